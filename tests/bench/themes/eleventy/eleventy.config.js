module.exports = function (config) {
  config.setUseGitIgnore(false); // the measured site lies in an ignored folder
  config.addCollection("lists", function (api) {
    const all = api.getFilteredByTag("tin").sort((a, b) => b.date - a.date);
    const groups = new Map([["", all]]);
    for (const item of all) for (const term of item.data.terms) {
      if (!groups.has(term)) groups.set(term, []);
      groups.get(term).push(item);
    }
    const pages = [];
    for (const [name, items] of groups) for (let start = 0; start === 0 || start < items.length; start += 20)
      pages.push({ name, number: start / 20 + 1, items: items.slice(start, start + 20), more: start + 20 < items.length });
    return pages;
  });
  config.addCollection("feeds", function (api) {
    const all = api.getFilteredByTag("tin").sort((a, b) => b.date - a.date);
    const groups = new Map([["", all.slice(0, 30)]]);
    for (const item of all) for (const term of item.data.terms) {
      if (term.startsWith("tags/") || term.startsWith("months/")) continue;
      if (!groups.has(term)) groups.set(term, []);
      if (groups.get(term).length < 30) groups.get(term).push(item);
    }
    return [...groups].map(([name, items]) => ({ name, items }));
  });
  config.addFilter("rfc", (date) => new Date(date).toUTCString());
};
