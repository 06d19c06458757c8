/* The page of the search: reads the form and the address, shows what search-engine.js finds. */
import { makeFolding, openIndex } from "./search-engine.js";

const one = (selector, within = document) => within.querySelector(selector);
const form = one("[data-search]"), box = form.elements.q, list = one("[data-results]");
const status = one("[data-status]"), more = one("[data-more]"), none = one("[data-none]"), failed = one("[data-error]");
const choices = [...document.querySelectorAll("[data-filter]")];
const tables = JSON.parse(form.dataset.tables);
const hint = status.textContent, PAGE = 10;

let index = null;   // loaded when the box is used; a failure is forgotten, so that it can be tried again
const open = () => {
  const bundles = form.dataset.bundles.split(" ").map((address) => new URL(address, document.baseURI).href);
  index = index || openIndex(bundles, tables).catch((error) => { index = null; throw error; });
  return index;
};
box.addEventListener("focus", () => { open().catch(() => {}); }, { once: true });

/* The query marked in a text: the whole of it where it stands, or its words where it does not. The
   forms that are compared keep every letter at its place; a text where they do not stays unmarked. */
const fold = makeFolding(tables), compare = (text) => [...text].map((letter) => fold.bare(letter).charAt(0) || " ").join("");
const findMarks = (texts, query) => {
  const words = fold.bare(query).split(" ").filter(Boolean);
  const make = (forms) => new RegExp(`(^| )(${forms.join("|")})(?= |$)`, "g");
  const whole = make([words.join(" ")]);
  return words.length > 1 && !texts.some((text) => compare(text).match(whole)) ? make(words) : whole;
};
const mark = (element, text, found) => {
  let at = 0;
  const letters = [...text];
  for (const { index: start, 1: before, 2: form } of compare(text).matchAll(found)) {
    const begin = start + before.length, marked = document.createElement("mark");
    marked.textContent = letters.slice(begin, begin + form.length).join("");
    element.append(letters.slice(at, begin).join(""), marked);
    at = begin + form.length;
  }
  element.append(letters.slice(at).join(""));
};

const makeCard = ({ raw_url: path, meta }, query) => {
  const shown = { title: meta.title.normalize("NFC"), summary: meta.summary.normalize("NFC") };
  const found = findMarks(Object.values(shown), query);
  const card = one("[data-result]").content.cloneNode(true).firstElementChild;
  card.querySelectorAll("[data-part]").forEach((part) => {
    const { part: name } = part.dataset;
    if (shown[name]) mark(part, shown[name], found); else part.textContent = meta[name] || "";
  });
  const up = new URL(form.dataset.up, document.baseURI).href;
  one("a", card).href = up + path.slice(1);
  one(".badge", card).dataset.cd = meta.colour;
  if (meta.image) one("img", card).src = up + meta.image;
  else { one(".card__media", card).remove(); card.classList.replace("card--compact", "card--text"); }
  return card;
};

const show = (element, is) => { element.hidden = !is; };
const say = (count, query) => {
  const number = count.toLocaleString("vi-VN");
  return `Tìm thấy ${number} bài cho “${query}”.`;
};

const fail = () => {
  list.replaceChildren(); [more, none].forEach((each) => show(each, false)); show(failed, true);
  status.textContent = "Chưa tải được phần tìm kiếm.";
};

let turn = 0;   // answers to an earlier question are thrown away
const search = async (typing) => {
  const mine = ++turn, query = box.value.trim();
  const filters = Object.fromEntries(choices.filter(({ value }) => value).map((one) => [one.dataset.filter, one.value]));
  if (!fold.bare(query)) {
    list.replaceChildren(); [more, none, failed].forEach((each) => show(each, false));
    status.textContent = hint; document.title = title;
    return;
  }
  const waiting = setTimeout(() => { if (mine === turn) status.textContent = "Đang tìm …"; }, 300);
  list.setAttribute("aria-busy", "true");
  try {
    const found = await (await open())(query, { filters, typing });
    const first = await found.load(0, PAGE);
    if (mine !== turn) return;
    let shown = first.length;
    list.replaceChildren(...first.map((data) => makeCard(data, query)));
    show(more, found.count > shown); show(none, !found.count); show(failed, false);
    status.textContent = say(found.count, query);
    document.title = `${query} | ${title}`;
    more.onclick = () => found.load(shown, shown + PAGE).then((loaded) => {
      const next = loaded.map((data) => makeCard(data, query));
      if (mine !== turn) return;
      shown += next.length; list.append(...next); show(more, found.count > shown);
      one("a", next[0]).focus();
    }).catch(fail);
  } catch (error) {
    if (mine === turn) fail();
  } finally {
    clearTimeout(waiting);
    if (mine === turn) list.removeAttribute("aria-busy");
  }
};

/* The address holds the question, so that a list of results can be sent to others. */
const title = document.title;
const address = () => {
  const asked = [...new FormData(form)].filter(([, value]) => value.trim());
  return asked.length ? `?${new URLSearchParams(asked)}` : location.pathname;
};
const read = () => {
  const asked = new URLSearchParams(location.search);
  [box, ...choices].forEach((field) => { field.value = asked.get(field.name) || ""; });
  choices.forEach((field) => { if (field.selectedIndex < 0) field.value = ""; });
  search(false);
};
let typed;
box.addEventListener("input", () => {
  clearTimeout(typed);
  typed = setTimeout(() => { history.replaceState(null, "", address()); search(true); }, 200);
});
const submit = () => {
  clearTimeout(typed);
  if (address() !== (location.search || location.pathname)) history.pushState(null, "", address());
  search(false);
};
form.addEventListener("submit", (event) => { event.preventDefault(); submit(); });
choices.forEach((field) => field.addEventListener("change", submit));
addEventListener("popstate", read);
const wide = matchMedia("(min-width: 62rem)"), unfold = () => { one("[data-filters]").open = wide.matches || choices.some(({ value }) => value); };
read();
unfold();
if (wide.addEventListener) wide.addEventListener("change", unfold);
