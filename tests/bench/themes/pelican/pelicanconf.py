"""The settings of the comparison: lists of 20 and feeds of 30 full texts."""

SITENAME = "Giáo dục"
SITEURL = "https://vidu.example"
PATH = "content"
TIMEZONE = "Asia/Ho_Chi_Minh"
DEFAULT_LANG = "vi"
THEME = "simple"
DEFAULT_PAGINATION = 20
FEED_MAX_ITEMS = 30
RSS_FEED_SUMMARY_ONLY = False
FEED_ALL_RSS = "feed.xml"
CATEGORY_FEED_RSS = "feeds/{slug}.xml"
TAG_FEED_RSS = "feeds/tag-{slug}.xml"
FEED_ALL_ATOM = None
CATEGORY_FEED_ATOM = None
TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = None
AUTHOR_FEED_RSS = None
MONTH_ARCHIVE_SAVE_AS = "{date:%Y}/{date:%m}/index.html"
ARTICLE_SAVE_AS = "{date:%Y}/{date:%m}/{category}-{slug}/index.html"
ARTICLE_URL = "{date:%Y}/{date:%m}/{category}-{slug}/"
