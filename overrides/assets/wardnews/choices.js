/* What the reader chose of letters and colours: set before the first paint, kept for the next page.
   The names under which it is kept are those of the first version: whoever chose has chosen. */
(() => {
  "use strict";
  const root = document.documentElement, site = new URL("../..", document.currentScript.src).pathname;
  const LETTERS = "wardnews.text", COLOURS = `${site}.__palette`;
  const recall = (name) => { try { return localStorage.getItem(name); } catch (e) { return null; } };
  const keep = (name, value) => { try { localStorage.setItem(name, value); } catch (e) { /* private window, or a frame without storage */ } };
  const paint = (name, value) => { if (value) root.dataset[name] = value; else delete root.dataset[name]; };

  root.className = "js";
  paint("text", recall(LETTERS));
  try {
    const { index, color } = JSON.parse(recall(COLOURS));
    if (index) paint("scheme", color.scheme);  // the first choice is the device's own
  } catch (e) { /* nothing chosen yet */ }

  document.addEventListener("DOMContentLoaded", () => {
    const letters = document.querySelectorAll("[name=text]"), colours = document.querySelectorAll("[name=__scheme]");
    letters.forEach((radio) => {
      radio.checked = radio.value === (root.dataset.text || "");
      radio.onchange = () => { paint("text", radio.value); keep(LETTERS, radio.value); };
    });
    colours.forEach((radio, index) => {
      radio.checked = radio.value === (root.dataset.scheme || "");
      radio.onchange = () => { paint("scheme", radio.value); keep(COLOURS, JSON.stringify({ index, color: { scheme: radio.value } })); };
    });
  });
})();
