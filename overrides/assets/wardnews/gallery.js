/* A tap on a picture of a gallery shows it large. Without this file each is a link to its picture. */
(() => {
  "use strict";
  const dialog = document.createElement("dialog");
  if (!dialog.showModal) return;
  dialog.className = "viewer";
  dialog.setAttribute("aria-label", "Xem ảnh");
  dialog.innerHTML = '<img alt=""><p class="viewer__words" aria-live="polite"></p><p><button class="btn" type="button">Ảnh trước</button><button class="btn" type="button">Ảnh sau</button><button class="btn" type="button">Đóng</button></p>';
  const picture = dialog.firstChild, words = dialog.children[1], [before, after, close] = dialog.querySelectorAll("button");
  let links, at;
  const show = (to) => {
    at = (to + links.length) % links.length;
    const link = links[at], caption = link.parentNode.querySelector("figcaption");
    picture.src = link.href;
    picture.alt = link.querySelector("img").alt;
    words.textContent = `Ảnh ${at + 1}/${links.length}` + (caption ? `. ${caption.textContent}` : "");
  };
  before.onclick = () => show(at - 1);
  after.onclick = () => show(at + 1);
  close.onclick = () => dialog.close();
  dialog.onclick = (e) => { if (e.target === dialog) dialog.close(); };
  dialog.onkeydown = (e) => {
    if (e.key === "ArrowLeft") show(at - 1);
    if (e.key === "ArrowRight") show(at + 1);
  };
  document.querySelectorAll(".gallery").forEach((gallery) => gallery.addEventListener("click", (e) => {
    const link = e.target.closest("figure > a");
    if (!link || e.ctrlKey || e.metaKey || e.shiftKey) return;
    e.preventDefault();
    links = [...gallery.querySelectorAll("figure > a")];
    show(links.indexOf(link));
    dialog.showModal();
    dialog.addEventListener("close", () => links[at].focus(), { once: true });
  }));
  document.body.append(dialog);
})();
