/*! Tin Phường: <vy-tin>, phiên bản 1. Tệp này không bao giờ đổi; muốn khác thì có v2.

   <script src="https://…/nhung/v1/tin.js" defer></script>
   <vy-tin don-vi="th-mau-a" chu-de="iii" so-tin="5" kieu="tieu-de" tieu-de="h3" mau="tu-dong">
     <a href="https://…/">Tin giáo dục của phường</a>
   </vy-tin>

   don-vi, chu-de, dien-hinh: tin nào; không ghi thì mọi tin. so-tin: 1-20 (5).
   kieu: tieu-de, anh, the. tieu-de: h2-h6 (h3). mau: tu-dong, sang, toi.
   Nội dung bên trong thẻ hiện cho đến khi có tin, và khi không lấy được tin.
   Báo cho trang: sự kiện vy-tin:loaded {count}, vy-tin:failed {reason}. */
(() => {
  "use strict";
  const script = document.currentScript || document.querySelector('script[src*="/nhung/v1/tin.js"]');
  if (!script || !window.customElements || customElements.get("vy-tin")) return;
  const root = new URL("../../", script.src).href; // of the site that this file came from
  const PATIENCE = 10000; // ms until what is inside the element stays for good
  const WITHDRAWN = "Bài đã gỡ";
  const WARD_WIDE = "Tin chung của phường";
  const PREFIX = new RegExp(`^${WARD_WIDE}, [^:]*: `); // of summaries; here it stands below them
  const LIGHT = "--paper:#fff;--ink:#1b1a2e;--ink-2:#55516a;--rule:#dcd7cc;--accent:#3a2e8c;--focus:#0b57d0;color-scheme:light;";
  const DARK = "--paper:#15141f;--ink:#efedf7;--ink-2:#b6b2c8;--rule:#3a384d;--accent:#c0b7ff;--focus:#ffd54a;color-scheme:dark;";
  // The outermost box takes nothing over from the page around it, whatever that does.
  const STYLE = `
.box { all: initial; ${LIGHT} display: block; direction: ltr; box-sizing: border-box; padding: .75em 1em; background: var(--paper); color: var(--ink); font: clamp(16px, 1rem, 32px)/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif; overflow-wrap: anywhere; }
@media (prefers-color-scheme: dark) { .box:not([data-mau="sang"]) { ${DARK} } }
.box[data-mau="toi"] { ${DARK} }
h2, h3, h4, h5, h6, p, ul { margin: 0; padding: 0; }
ul { list-style: none; }
.name { padding-bottom: .375em; border-bottom: 3px solid var(--accent); font-size: 1.0625em; line-height: 1.4; }
a { display: block; padding-block: .125em; color: var(--ink); font-weight: 700; line-height: 1.4; text-decoration: none; text-underline-offset: .18em; }
a:hover { text-decoration: underline; }
a:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: 2px; }
img { display: block; width: 100%; height: auto; object-fit: cover; aspect-ratio: 16 / 9; }
.summary { font-size: .9375em; }
.meta { color: var(--ink-2); font-size: .8125em; }
li { padding-block: .5em; border-top: 1px solid var(--rule); }
li:first-child { border-top: 0; }
[data-kieu="anh"] .pictured { display: grid; grid-template-columns: clamp(4em, 22%, 6em) minmax(0, 1fr); gap: .75em; }
[data-kieu="anh"] img { aspect-ratio: 4 / 3; border-radius: 3px; }
[data-kieu="the"] ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 15em), 1fr)); gap: 1em; padding-top: .75em; }
[data-kieu="the"] li { padding: 0; border: 1px solid var(--rule); border-radius: 6px; overflow: hidden; }
[data-kieu="the"] .text { padding: .625em .75em .75em; }`;

  // A page with a strict policy forbids <style>, but not a sheet that is handed over.
  const dress = (shadow) => {
    try {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(STYLE);
      shadow.adoptedStyleSheets = [sheet];
    } catch {
      shadow.append(make("style", "", STYLE));
    }
  };

  const make = (name, className, text) => {
    const element = document.createElement(name);
    if (className) element.className = className;
    if (text !== undefined) element.textContent = text;
    return element;
  };

  const link = (href, text) => Object.assign(make("a", "", text), { href });

  const isWeb = (address) => {
    try {
      return /^https?:$/.test(new URL(address).protocol);
    } catch {
      return false;
    }
  };

  const fetched = new Map(); // several elements on one page ask once
  const load = (address) => {
    if (!fetched.has(address)) {
      const stop = new AbortController();
      const timer = setTimeout(() => stop.abort(), PATIENCE);
      const answer = fetch(address, { credentials: "omit", referrerPolicy: "no-referrer", signal: stop.signal })
        .then((response) => (response.ok ? response.json() : Promise.reject(new Error(response.status))))
        .finally(() => clearTimeout(timer));
      answer.catch(() => fetched.delete(address));
      fetched.set(address, answer);
    }
    return fetched.get(address);
  };

  const makeMeta = (item, tags, isOfOneUnit) => {
    const parts = [];
    const isOther = tags.includes(WARD_WIDE);
    const day = /^(\d{4})-(\d\d)-(\d\d)T/.exec(item.date_published);
    if (day) {
      const month = day[2] < "03" ? day[2] : Number(day[2]); // 05/9/2026, but 05/02/2026
      parts.push(make("time", "", `${day[3]}/${month}/${day[1]}`));
      parts[0].dateTime = item.date_published;
    }
    if (isOther) parts.push(WARD_WIDE);
    if (tags[0] && tags[0] !== WARD_WIDE && (isOther || !isOfOneUnit)) parts.push(tags[0]);
    const meta = make("p", "meta");
    parts.forEach((part, place) => meta.append(place ? " · " : "", part));
    return meta;
  };

  const makePicture = (item, row) => {
    if (!isWeb(item.image) || new URL(item.image).origin !== new URL(root).origin) return [];
    const picture = Object.assign(make("img"), { loading: "lazy", decoding: "async", alt: "" });
    picture.addEventListener("error", () => {
      picture.remove();
      row.classList.remove("pictured");
    });
    picture.src = item.image;
    row.classList.add("pictured");
    return [picture];
  };

  const makeRow = (item, kind, isOfOneUnit) => {
    const row = make("li");
    const text = make("div", "text");
    const tags = Array.isArray(item.tags) ? item.tags.map(String) : [];
    text.append(link(item.url, String(item.title)));
    if (kind === "the" && item.summary) {
      text.append(make("p", "summary", String(item.summary).replace(PREFIX, "")));
    }
    text.append(makeMeta(item, tags, isOfOneUnit));
    row.append(...(kind === "tieu-de" ? [] : makePicture(item, row)), text);
    return row;
  };

  const choose = (element, name, ...allowed) =>
    allowed.find((each) => each === element.getAttribute(name)) || allowed[0];

  const findFeed = (element) => {
    const read = (name) => (element.getAttribute(name) || "").trim().toLowerCase();
    const unit = read("don-vi");
    const theme = read("chu-de");
    if (!/^[a-z0-9-]*$/.test(unit + theme)) throw new Error("don-vi, chu-de");
    const part = theme ? `chu-de/${theme}/` : element.hasAttribute("dien-hinh") ? "dien-hinh/" : "";
    return `${root}${unit ? `don-vi/${unit}/` : ""}${part}feed.json`;
  };

  const makeRows = (element, feed, kind) => {
    const asked = Number(element.getAttribute("so-tin"));
    return feed.items
      .filter((item) => isWeb(item.url) && item.title && !(item.tags || []).includes(WITHDRAWN))
      .slice(0, asked >= 1 ? Math.min(Math.floor(asked), 20) : 5)
      .map((item) => makeRow(item, kind, element.hasAttribute("don-vi")));
  };

  const show = (element, feed) => {
    const kind = choose(element, "kieu", "tieu-de", "anh", "the");
    const rows = makeRows(element, feed, kind);
    if (!rows.length) throw new Error("no items");
    const heading = make(choose(element, "tieu-de", "h3", "h2", "h4", "h5", "h6"), "name");
    const title = String(feed.title);
    heading.append(isWeb(feed.home_page_url) ? link(feed.home_page_url, title) : title);
    const list = make("ul");
    list.setAttribute("role", "list"); // Safari forgets a list that has no bullets
    list.append(...rows);
    const box = Object.assign(make("div", "box"), { lang: "vi", dir: "ltr" });
    box.dataset.kieu = kind;
    box.dataset.mau = choose(element, "mau", "tu-dong", "sang", "toi");
    box.append(heading, list);
    element.shadowRoot.querySelector("slot, .box").replaceWith(box);
    return rows.length;
  };

  const tell = (element, name, detail) =>
    element.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));

  const turns = new WeakMap();
  const refresh = async (element) => {
    const turn = {}; // the newest call wins, whichever answer comes first
    turns.set(element, turn);
    try {
      const feed = await load(findFeed(element));
      if (turn === turns.get(element)) tell(element, "vy-tin:loaded", { count: show(element, feed) });
    } catch (error) {
      if (turn === turns.get(element)) tell(element, "vy-tin:failed", { reason: error.message });
    }
  };

  class News extends HTMLElement {
    static get observedAttributes() {
      return ["don-vi", "chu-de", "dien-hinh", "so-tin", "kieu", "tieu-de", "mau"];
    }

    connectedCallback() {
      if (!this.shadowRoot) {
        dress(this.attachShadow({ mode: "open" }));
        this.shadowRoot.append(make("slot"));
      }
      refresh(this);
    }

    attributeChangedCallback() {
      if (this.shadowRoot) refresh(this);
    }
  }
  customElements.define("vy-tin", News);

  // Frames of the same site grow to what is in them. A frame in a sandbox has no origin: it is
  // known by its window.
  const frames = () => [...document.querySelectorAll("iframe")].filter((frame) => frame.src.startsWith(root));
  window.addEventListener("message", ({ source, data }) => {
    const height = data && data.type === "vy-tin:height" ? Number(data.height) : NaN;
    const frame = height > 0 && frames().find((each) => each.contentWindow === source);
    if (!frame) return;
    const counted = getComputedStyle(frame).boxSizing === "border-box";
    const border = counted ? frame.offsetHeight - frame.clientHeight : 0;
    frame.style.height = `${Math.min(Math.ceil(height), 6000) + border}px`;
  });
  frames().forEach((frame) => frame.contentWindow.postMessage({ type: "vy-tin:ready" }, "*"));
})();
