// What readers written for Node see. First argument: feedsmith, rss-parser or opml; then files.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(new URL('../../.readers/', import.meta.url))
const { parseFeed, parseOpml } = require('feedsmith')
const RssParser = require('rss-parser')

const utc = (date) => (date ? new Date(date).toISOString().replace('.000Z', 'Z') : null)

const FEEDSMITH = {
  rss: ({ items }) =>
    items.map(({ guid, title, link, pubDate, description }) => ({
      id: guid.value, title, link, date: utc(pubDate), summary: description,
    })),
  atom: ({ entries }) =>
    entries.map(({ id, title, links, published, summary }) => ({
      id, title: title.value ?? title, link: links[0].href, date: utc(published),
      summary: summary.value ?? summary,
    })),
  json: ({ items }) =>
    items.map(({ id, title, url, date_published, summary }) => ({
      id, title, link: url, date: utc(date_published), summary,
    })),
}

const READERS = {
  feedsmith: (text) => {
    const { format, feed } = parseFeed(text)
    return FEEDSMITH[format](feed)
  },
  'rss-parser': async (text) =>
    (await new RssParser().parseString(text)).items.map((item) => ({
      id: item.guid ?? item.id, title: item.title, link: item.link, date: utc(item.isoDate),
      summary: item.summary ?? item.content,
    })),
  opml: (text) => parseOpml(text).body.outlines,
}

const [reader, ...files] = process.argv.slice(2)
const texts = files.map((file) => readFileSync(file, 'utf8'))
console.log(JSON.stringify(await Promise.all(texts.map((text) => READERS[reader](text)))))
