/* Finding items: Pagefind gives pages with the words and pages with the whole phrase; here both are
   put in one order. Words are folded as the index is (wardnews/text/folding.py): one tone placement,
   đ as d. Nothing here knows the page. */

const ENOUGH = 10;   // results with the phrase, a whole screen of them

/* The forms of a text in which it is compared; `tables` are those of folding.py. */
export const makeFolding = ({ placements, letters }) => {
  const movable = new RegExp(`(^|[^q])(${Object.keys(placements).join("|")})(?!\\p{L})`, "gu");
  const changed = new RegExp(`[${Object.keys(letters).join("")}]`, "g");
  const toneFirst = /([aeo])([\u0300\u0301\u0303\u0309])([\u0302\u0306])/gi;
  const normalise = (text) => text.normalize("NFD").replace(toneFirst, "$1$3$2").normalize("NFC");
  const place = (text) => normalise(text).toLowerCase().replace(movable, (_, before, form) => before + placements[form]);
  const split = (text) => place(text).replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  const fold = (text) => split(text).replace(changed, (letter) => letters[letter]);
  const bare = (text) => fold(text).normalize("NFD").replace(/\p{M}/gu, "");
  return { split, fold, bare };
};

/* The query with its abbreviations written out, and what can be shortened shortened; or "". */
export const makeExpansion = ({ abbreviations }, { fold, bare }) => {
  const pairs = Object.entries(abbreviations).map(([short, long]) => [bare(short), fold(long)]);
  const shorts = new Map(pairs);
  return (query) => {
    const words = fold(query).split(" ");
    const written = words.map((word) => shorts.get(bare(word)) || word).join(" ");
    if (written !== words.join(" ")) return written;
    const padded = ` ${bare(query)} `;
    const pair = pairs.find(([, long]) => padded.includes(` ${bare(long)} `));
    return pair ? padded.replace(` ${bare(pair[1])} `, ` ${pair[0]} `).trim() : "";
  };
};

/* How well an item fits, beyond its place in Pagefind's order: is the phrase in the title, in the
   text, with the very accents? Titles come as they were written, so they tell đ from d. Spaces
   around both keep a phrase from beginning or ending within a word. */
export const makeScore = ({ split, fold, bare }) => (query, { meta, content }, typing) => {
  const has = (text, form) => ` ${form(text)} `.includes(typing ? ` ${form(query)}` : ` ${form(query)} `);
  const accented = split(query) !== bare(query);
  return (accented && has(meta.title, split) ? 4 : 0) + (accented && has(content, fold) ? 3 : 0)
    + (has(meta.title, bare) ? 2 : 0) + (has(content, bare) ? 1 : 0);
};

/* Open the index: `bundles` are absolute addresses of its folders. */
export const openIndex = async ([first, ...others], tables) => {
  const pagefind = await import(`${first}pagefind.js`);
  await pagefind.init();
  for (const other of others) await pagefind.mergeIndex(other);
  const folding = makeFolding(tables);
  const score = makeScore(folding), expand = makeExpansion(tables, folding);

  const ask = async (query, filters, typing, onlyPhrase) => {
    const form = folding.fold(query), words = form.split(" ");
    const phrase = (text) => pagefind.search(`"${text}"`, { filters });
    const [plain, exact] = await Promise.all([onlyPhrase ? { results: [] } : pagefind.search(form, { filters }), phrase(form)]);
    let quoted = exact.results;
    if (typing && !quoted.length && words.length > 2) quoted = (await phrase(words.slice(0, -1).join(" "))).results;
    return { plain: plain.results, quoted };
  };

  /* What is in both lists first, then what has the phrase, then what has the words. */
  const merge = (lists) => {
    const all = new Map(), places = new Map();
    lists.forEach(({ plain, quoted }) => {
      const exact = new Set(quoted.map(({ id }) => id)), worded = new Map(plain.map(({ id }, at) => [id, at]));
      [...quoted, ...plain].forEach((result, at) => {
        const group = exact.has(result.id) ? (worded.has(result.id) ? 0 : 1) : 2;
        // Pagefind gives all pages with a phrase one score; the words tell which fits better.
        const place = group * 1e6 + (worded.get(result.id) ?? at);
        all.set(result.id, result);
        places.set(result.id, Math.min(place, places.get(result.id) ?? Infinity));
      });
    });
    return [...all.values()].sort((a, b) => places.get(a.id) - places.get(b.id));
  };

  /* The items that fit, best first: how many, and a way to load a part of them. Another form of an
     abbreviation is asked for only where the phrase itself is rare: it loads as much again. */
  return async (text, { filters = {}, typing = false } = {}) => {
    const query = folding.split(text), onlyPhrase = /^\s*["“].*["”]\s*$/.test(text);
    const forms = [query], lists = [await ask(query, filters, typing, onlyPhrase)];
    const other = lists[0].quoted.length < ENOUGH && expand(query);
    if (other) {
      forms.push(other);
      lists.push(await ask(other, filters, typing, onlyPhrase));
    }
    const ordered = merge(lists);
    const load = async (from, to) => {
      const found = await Promise.all(ordered.slice(from, to).map((one) => one.data()));
      const rank = (data, at) => Math.max(...forms.map((form) => score(form, data, typing))) - at / 100;
      return found.map((data, at) => [rank(data, at), data]).sort((a, b) => b[0] - a[0]).map(([, data]) => data);
    };
    return { count: ordered.length, load };
  };
};
