"""A made-up ward with one item of every kind, and its pages: what the tests of pages/ share."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from wardnews import addresses
from wardnews.bodies import mark
from wardnews.listings import list_listings, list_notices, order_articles
from wardnews.model import (
    Answer,
    Article,
    Attachment,
    Award,
    Body,
    Broadcast,
    Correction,
    Event,
    Exemplar,
    Experience,
    Image,
    Media,
    Newsroom,
    Person,
    Reference,
    Replication,
    Result,
)
from wardnews.outputs import digest
from wardnews.pages.frame import Frame
from wardnews.pages.site_pages import render_pages
from wardnews.site_context import Asset, SharePicture, Site
from wardnews.ward import Contact, LegalDocument, Plan, Registers, Strand, Term, Theme, Unit, Ward

TEMPLATES = Path(__file__).parent.parent / "overrides" / "wardnews"
FRAME = Frame(pieces=("<head>", '</head><body data-x="">', "</body>"))
ZONE = timezone(timedelta(hours=7))
NOW = datetime(2026, 11, 24, 9, 0, tzinfo=ZONE)
STANDING = {
    f"{page}/index.html"
    for page in (
        "dinh-chinh gioi-thieu ho-so-cap-do huong-dan lien-he ma-loi so-tay-bien-tap xuat-ban"
    ).split()
}

WARD = Ward(
    name="Phường Mẫu",
    section="Giáo dục Mẫu",
    province="tỉnh Mẫu",
    governing_body="UBND phường Mẫu",
    responsible_name="Bà Mẫu",
    responsible_title="Phòng Văn hóa - Xã hội",
    contact=Contact(email="mau@vidu.example"),
    reuse="Ghi rõ nguồn.",
    timezone="Asia/Ho_Chi_Minh",
    feed_authority="vidu.example,2026",
    plan=Plan(number="chưa rõ", date="chưa rõ", title="chưa rõ"),
    demo=True,
)
OFFICE = Unit(id="ubnd", name="UBND phường Mẫu", short_name="UBND phường", type="ubnd")
SCHOOL = Unit(
    id="th-mau-a",
    name="Trường Tiểu học Mẫu A (ví dụ)",
    short_name="TH Mẫu A",
    type="tieu-hoc",
    website="https://mau-a.vidu.example/",
    contact=Contact(address="Số 00", phone="0000 000 000", email="a@vidu.example"),
)
OLD_SCHOOL = Unit(
    id="th-cu",
    name="Trường cũ",
    short_name="Trường cũ",
    type="tieu-hoc",
    active_until=date(2026, 10, 31),
    merged_into="th-mau-a",
)
STRAND = Strand(letter="a", name="UBND phường", short_name="UBND")
THEMES = tuple(
    Theme(
        id=id,
        numeral=id.upper(),
        name=f"Tên chủ đề {id.upper()}",
        short_name=f"Chủ đề {id}",
        description="Mô tả.",
        strands=(STRAND,) if id == "iii" else (),
    )
    for id in ("i", "ii", "iii", "iv", "v")
)
KINDS = {
    id: Term(id=id, label=label)
    for id, label in {
        "tin": "Tin",
        "giai-dap": "Giải đáp",
        "infographic": "Infographic",
        "video": "Video",
        "podcast": "Podcast",
        "bao-chi": "Báo chí",
        "su-kien": "Sự kiện",
        "thong-bao": "Thông báo",
        "dien-hinh": "Điển hình",
    }.items()
}
PARENTS = Term(id="phu-huynh", label="Phụ huynh")
TAG = Term(id="thu-vien", label="Thư viện")
CHANNEL = Term(id="bao", label="Báo Mẫu")
DECREE = LegalDocument(
    id="nq-71", number="71-NQ/TW", title="Nghị quyết", issuer="Bộ Chính trị", date=date(2025, 8, 22)
)
REGISTERS = Registers(
    ward=WARD,
    units=(OFFICE, SCHOOL, OLD_SCHOOL),
    themes=THEMES,
    kinds=tuple(KINDS.values()),
    audiences=(PARENTS,),
    channels=(CHANNEL,),
    tags=(TAG,),
    documents=(DECREE,),
)


def make_article(slug: str = "tin", **changes: object) -> Article:
    facts: dict[str, object] = {
        "path": f"articles/ubnd/2026/11-20-{slug}.md",
        "year": "2026",
        "month": "11",
        "slug": slug,
        "title": f"Tiêu đề {slug}",
        "date": datetime(2026, 11, 20, 8, 30, tzinfo=ZONE),
        "unit": OFFICE,
        "theme": THEMES[0],
        "kind": KINDS["tin"],
        "summary": f"Tóm tắt {slug}.",
        "status": "da-duyet",
        "id": f"ma-{slug}",
        "body": Body(utf8="<p>Thân bài.</p>".encode()),
    }
    return Article(**(facts | changes))  # type: ignore[arg-type]


def make_exemplar(slug: str = "goc-doc", **changes: object) -> Article:
    exemplar = Exemplar(
        school_year="2026-2027",
        results=(
            Result(measure="em mượn sách", before="42", after="91", unit="%", source="sổ mượn"),
            Result(measure="sách mất", before="2", after="3", unit="cuốn", source="sổ thư viện"),
        ),
        steps=("Chia sách.", "Giữ sổ."),
        conditions=("Có kệ.",),
        cost="1,2 triệu đồng",
        contact="0000 000 000",
        awards=(Award(title="Giấy khen", decision="00/QĐ", date=date(2026, 11, 1)),),
        replicated_by=(Replication(unit=SCHOOL, date=date(2026, 10, 1), note="khối 2"),),
    )
    facts: dict[str, object] = {
        "path": f"exemplars/th-mau-a/2026/11-19-{slug}.md",
        "unit": SCHOOL,
        "theme": THEMES[4],
        "kind": KINDS["dien-hinh"],
        "date": datetime(2026, 11, 19, 14, 5, tzinfo=ZONE),
        "exemplar": exemplar,
    }
    return make_article(slug, **(facts | changes))


ANSWER = Answer(
    question="Có phải đóng tiền không?",
    answer="Không phải đóng tiền.",
    evidence=("Thông tư 00.",),
    answered_by="Phòng Văn hóa - Xã hội",
)
PICTURE = Image(file="anh.png", alt="Hai em đọc sách", caption="Giờ đọc", credit="Nhà trường")
ITEMS = {
    "tin": make_article("tin"),
    "tin đủ mọi phần": make_article(
        "du",
        theme=THEMES[2],
        strand=STRAND,
        image=PICTURE,
        author="Người Viết",
        updated=datetime(2026, 11, 21, 8, 0, tzinfo=ZONE),
        corrections=(Correction(date=datetime(2026, 11, 21, tzinfo=ZONE), text="Giờ đúng: 10."),),
        benefits="Không mất phí.\n\nKhông cần đăng ký.",
        attachments=(Attachment(file="mau.pdf", label="Mẫu đơn"),),
        documents=(DECREE,),
        tags=(TAG,),
        audiences=(PARENTS,),
        channels=(Broadcast(channel=CHANNEL, date=date(2026, 11, 22), url="https://bao.example/"),),
        people=(Person(name="Em Mẫu", minor=True, consent="PHIEU-017", consent_on=None),),
        consent="PHIEU-018",
        experience=Experience(difficulties="Thiếu kệ.", public=True),
        body=Body(
            utf8=(
                f"<p><a {mark(0)}>bài</a> <a {mark(1)}>ngoài</a> <a {mark(3)}>mẫu</a></p>"
                f"<p><img {mark(2)} alt=''></p>"
            ).encode(),
            references=(
                Reference(kind="link", target="11-20-tin.md", line=1),
                Reference(kind="link", target='https://x.example/?a=1&b="2"', line=1),
                Reference(kind="picture", target="anh.png", line=2),
                Reference(kind="link", target="mau.pdf", line=1),
            ),
        ),
    ),
    "giải đáp": make_article("giai-dap", kind=KINDS["giai-dap"], answer=ANSWER),
    "điển hình": make_exemplar(),
    "sự kiện": make_article(
        "su-kien",
        kind=KINDS["su-kien"],
        event=Event(starts=datetime(2026, 12, 12, 8, tzinfo=ZONE), place="Nhà văn hóa"),
    ),
    "thông báo": make_article(
        "thong-bao",
        kind=KINDS["thong-bao"],
        deadline=datetime(2026, 11, 30, 17, tzinfo=ZONE),
    ),
    "video trong máy": make_article(
        "video",
        kind=KINDS["video"],
        media=Media(
            file="phim.mp4",
            poster="anh.png",
            captions="phim.vtt",
            duration="2:40",
            transcript="Lời.",
        ),
    ),
    "podcast nơi khác": make_article(
        "podcast",
        kind=KINDS["podcast"],
        media=Media(url="https://nghe.example/1", transcript="Lời người dẫn."),
    ),
    "podcast trong máy": make_article(
        "podcast-2", kind=KINDS["podcast"], media=Media(file="noi.mp3", transcript="Lời.")
    ),
    "infographic": make_article(
        "so", kind=KINDS["infographic"], media=Media(file="anh.png", transcript="Ba số.")
    ),
    "báo chí": make_article(
        "bao-chi", kind=KINDS["bao-chi"], source="Báo Mẫu", source_url="https://bao.example/1"
    ),
}
FILE_TYPES = {
    "png": "image/png",
    "pdf": "application/pdf",
    "mp4": "video/mp4",
    "mp3": "audio/mpeg",
    "vtt": "text/vtt",
}


def find_files(article: Article) -> list[str]:
    media = article.media
    return [
        file
        for file in (
            article.image and article.image.file,
            *((media.file, media.poster, media.captions) if media else ()),
            *(attachment.file for attachment in article.attachments),
            *(r.target for r in article.body.references if r.kind == "picture"),
        )
        if file
    ]


def make_asset(article: Article, file: str) -> Asset:
    size = {"width": 640, "height": 360} if file.endswith("png") else {}
    return Asset(
        address=addresses.article(article) + file,
        media_type=FILE_TYPES[file.rpartition(".")[2]],
        size=84_000,
        **size,
    )


def make_site(
    articles: Sequence[Article],
    now: datetime = NOW,
    preview: bool = False,
    registers: Registers = REGISTERS,
    **changes: object,
) -> Site:
    newsroom = Newsroom(registers=registers, articles=order_articles(list(articles)))
    facts: dict[str, object] = {
        "newsroom": newsroom,
        "listings": list_listings(newsroom, now, preview=preview),
        "assets": {a.path: {file: make_asset(a, file) for file in find_files(a)} for a in articles},
        "links": {
            a.path: {
                r.target: r.target if ":" in r.target else addresses.article(ITEMS["tin"])
                for r in a.body.references
            }
            for a in articles
        },
        "notices": list_notices(newsroom, now),
        "redirects": {},
        "url": "https://vidu.example/giao-duc/",
        "now": now,
        "base": b"base",
        "shares": {"": SharePicture(address="anh_chia-se.jpg?v=71", alt="Giáo dục Mẫu")},
        "keys": {a.path: digest(a) for a in articles},
        "cards": {a.path: digest(a) for a in articles},
        "preview": preview,
    }
    return Site(**(facts | changes))  # type: ignore[arg-type]


def render(articles: Sequence[Article], **changes: object) -> dict[str, str]:
    site = make_site(articles, **changes)  # type: ignore[arg-type]
    return {o.path: o.make().decode() for o in render_pages(site, FRAME, TEMPLATES)}


def page_of(article: Article, **changes: object) -> str:
    return render([article], **changes)[addresses.file(addresses.article(article))]


def many(count: int) -> list[Article]:
    return [
        make_article(f"so-{n}", date=datetime(2026, 11, 20, tzinfo=ZONE) - timedelta(days=n))
        for n in range(count)
    ]
