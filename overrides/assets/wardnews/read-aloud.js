/* Reads an item aloud where the browser has a Vietnamese voice. */
(() => {
  "use strict";
  const speech = window.speechSynthesis, box = document.querySelector("[data-aloud]");
  if (!speech) return;
  const [play, stop] = box.children;
  let voice, line, lines, at = 0, run = 0, reading = false;
  const find = () => {
    voice = speech.getVoices().find((each) => /^vi(\W|_|$)/i.test(each.lang));
    box.hidden = !voice;
  };
  // By sentences: phones cannot pause within one, and browsers fall silent in a long text
  const split = () => [...document.querySelectorAll(".art h1,.dek,.fix,.answer__fact,.prose p,.prose li,.prose h2,.prose h3,.prose tr")]
    .filter((e) => !e.closest(".src,.media,.footnote") && !e.querySelector("p,li,.btn"))
    .flatMap((e) => e.innerText.replace(/\s+/g, " ").match(/\S.*?(?:[.!?…]+(?= |$)|$)/g) || []);
  const show = (words, on) => { reading = on; run++; speech.cancel(); play.textContent = words; };
  const end = () => { show("Nghe đọc bài", false); at = 0; stop.hidden = true; };
  const read = (mine) => {
    if (at >= lines.length) return end();
    line = new SpeechSynthesisUtterance(lines[at]);
    line.voice = voice; line.lang = voice.lang;
    line.onend = () => { if (mine === run) { at++; read(mine); } };
    line.onerror = () => { if (mine === run) end(); };
    speech.speak(line);
  };
  play.onclick = () => {
    if (reading) return show("Đọc tiếp", false);
    show("Tạm dừng", true);
    stop.hidden = false;
    lines = split();
    read(run);
  };
  stop.onclick = () => { end(); play.focus(); };
  addEventListener("pagehide", end);
  speech.onvoiceschanged = find;
  find();
})();
