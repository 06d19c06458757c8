/* The page "Nhúng tin": writes what is to be pasted from what was chosen, and shows it. */
(() => {
  "use strict";
  const form = document.querySelector("[data-builder]"), known = form.dataset, field = form.elements;
  const codes = document.querySelectorAll("[data-pattern]"), ways = document.querySelectorAll(".ways");
  const exemplars = form.querySelector("[data-ward]"), BORDERS = 4; // pixels that browsers draw around a frame
  const systems = [...document.querySelectorAll("[name=trang]")];
  let view = document.querySelector("[data-view]"), told = 0, integrity = "";

  const quote = (text) => text.replace(/[&<>"']/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&#34;", "'": "&#39;" })[sign]);

  // What was chosen: the frame's address below the root, and all that the patterns name
  const read = () => {
    const unit = field["don-vi"].selectedOptions[0], part = field["chu-de"].selectedOptions[0];
    const listing = unit.value + part.value;
    const typed = parseInt(field["so-tin"].value, 10), count = typed >= 1 ? Math.min(20, typed) : 5;
    const options = [...new URLSearchParams(known.usual)].map(([name, usual]) => [name, name === "so-tin" ? `${count}` : field[name].value, usual]);
    const query = options.filter(([, value, usual]) => value !== usual).map(([name, value]) => `${name}=${value}`).join("&");
    const frame = (listing ? listing + known.frame : known.whole) + (query && `?${query}`);
    const row = form.querySelector("[name=kieu]:checked").dataset.row;
    const facts = {
      rss: known.site + listing + known.feed, frame: known.site + frame, bare: known.site + frame.split("?")[0], fragment: known.site + listing + known.fragment,
      page: known.site + listing, script: known.site + known.script, count: `${count}`,
      title: [known.section, unit.dataset.title, part.dataset.title].filter(Boolean).join(": "),
      height: `${told || Number(known.around) + count * row}`,
    };
    const choice = (unit.dataset.choice || "") + (part.dataset.choice || "") + options.map(([name, value]) => ` ${name}="${value}"`).join("");
    return { frame, facts, tags: { choice, integrity } };
  };

  // A pattern that is HTML has its facts escaped, as embed_page.py does; an address stays as it is
  const write = () => {
    const { facts, tags } = read();
    codes.forEach((code) => {
      const pattern = code.dataset.pattern;
      code.textContent = pattern.replace(/\{(\w+)\}/g, (_, name) => tags[name] ?? (pattern[0] === "<" ? quote(facts[name]) : facts[name]));
    });
  };

  // A new element, because a new address in the old one would be one more step for the button "back"
  const show = () => {
    const next = view.cloneNode();
    next.src = known.up + read().frame;
    if (next.src === view.src) return;
    told = 0;
    next.height = read().facts.height;
    view.replaceWith(next);
    view = next;
    write();
  };

  // The frame is in a sandbox, so its origin is "null": only the window tells that it speaks
  addEventListener("message", (e) => {
    if (e.source !== view.contentWindow || !e.data || e.data.type !== "vy-tin:height") return;
    const height = Math.ceil(e.data.height);
    if (!(height > 0)) return;
    told = Math.min(height + BORDERS, 8000);
    view.height = told;
    write();
  });

  // The steps for one system; only programmers' code has a digest to be fetched
  const guide = () => {
    const system = systems.find((radio) => radio.checked).value;
    ways.forEach((way) => { way.hidden = way.id !== system; way.open = !way.hidden; });
    if (system !== "cong-khac" || integrity) return;
    fetch(known.integrity).then((answer) => answer.json()).then((digests) => {
      if (!/^sha384-[\w+/=]+$/.test(digests["tin.js"])) return;
      integrity = ` integrity="${digests["tin.js"]}" crossorigin="anonymous"`;
      write();
    }).catch(() => { /* opened from a disk: the code works without it */ });
  };

  // An address may name the system: nhung/#wordpress
  const follow = () => {
    const named = systems.find((radio) => radio.value === location.hash.slice(1));
    if (named) named.checked = true;
    guide();
  };

  // A unit's exemplars have no frame of their own
  form.addEventListener("input", () => {
    exemplars.disabled = field["don-vi"].value !== "";
    if (exemplars.disabled && exemplars.selected) field["chu-de"].value = "";
    write();
  });
  form.addEventListener("change", show);
  form.addEventListener("submit", (e) => e.preventDefault());
  systems.forEach((radio) => { radio.onchange = guide; });
  document.querySelectorAll("[name=rong]").forEach((radio) => {
    radio.onchange = () => { view.width = radio.value === "may-tinh" ? 720 : 320; };
  });
  addEventListener("hashchange", follow);
  follow();
  write();
})();
