/* Tin Phường: the frame that other sites show, version 1. What v1 does never changes.
   It reads its address (so-tin, kieu, tieu-de, mau; bai in a month's frame), tells its height, and
   opens links where the site around it lets it. It must run with no origin: no storage, no cookies. */
(() => {
  "use strict";
  const page = document.documentElement;
  const host = window.parent;
  const asked = new URLSearchParams(location.search);
  const choose = (name, ...allowed) => allowed.find((each) => each === asked.get(name)) || allowed[0];
  const count = Number(asked.get("so-tin"));
  const shown = count >= 1 ? Math.min(Math.floor(count), 20) : 5;

  // Before the body is there, so that nothing is drawn twice.
  page.dataset.kieu = choose("kieu", "tieu-de", "anh", "the");
  page.dataset.mau = choose("mau", "tu-dong", "sang", "toi");
  if (asked.get("bai")) page.dataset.bai = "";

  const setHeading = () => {
    const old = document.querySelector(".name");
    const heading = document.createElement(choose("tieu-de", "h3", "h2", "h4", "h5", "h6"));
    heading.className = old.className;
    heading.append(...old.childNodes);
    old.replaceWith(heading);
  };

  const showPicture = (item) => {
    const kept = item.querySelector("template");
    if (!kept) return;
    item.classList.add("pictured");
    kept.replaceWith(kept.content);
  };

  const showItems = () => {
    document.querySelectorAll(".items > li").forEach((item, place) => {
      item.hidden = place >= shown;
      if (!item.hidden && page.dataset.kieu !== "tieu-de") showPicture(item);
    });
  };

  const showOne = () => {
    const found = document.getElementById(asked.get("bai")); // within it: one of its old addresses
    const item = found && found.closest("li");
    if (item) {
      item.classList.add("chosen");
      showPicture(item);
    } else {
      delete page.dataset.bai; // an address that was typed wrong: better the month than nothing
    }
  };

  // WordPress gives its frames a secret, perhaps only after they were loaded.
  const readSecret = () => (/^#\?secret=([A-Za-z0-9]+)$/.exec(location.hash) || [])[1];

  const tellHeight = () => {
    if (!document.body || host === window) return; // who asks so early is told when it is there
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    if (!height) return; // in a tab that is not open everything measures 0
    host.postMessage({ type: "vy-tin:height", height }, "*");
    const secret = readSecret();
    if (secret) host.postMessage({ secret, message: "height", value: height }, "*");
  };

  // Nothing opens from here: the address can be read and copied. It would not show in this frame
  // either, since the site lets others frame its embeds only.
  const offerAddress = (link) => {
    const place = link.closest("li") || link.parentElement;
    const after = place.querySelector(".text") || place;
    if (after.querySelector(".address")) return;
    const box = document.createElement("p");
    const address = document.createElement("b");
    box.className = "address";
    box.setAttribute("role", "status");
    address.textContent = link.href;
    address.tabIndex = 0;
    box.append("Trang này không cho khung tin mở thẻ mới. Hãy chép địa chỉ bài:", address);
    after.append(box);
    address.focus(); // and into view, in a frame that cannot grow
  };

  const follow = (event) => {
    const link = event.target.closest('a[target="_blank"]');
    const special = event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    if (!link || special || host === window) return;
    event.preventDefault();
    const secret = readSecret();
    if (secret) {
      host.postMessage({ secret, message: "link", value: link.href }, "*");
      setTimeout(offerAddress, 1500, link); // still here: WordPress did not follow
      return;
    }
    // With "noopener" the answer would always be null; what is opened is this very site.
    if (!window.open(link.href, "_blank")) offerAddress(link);
  };

  document.addEventListener("DOMContentLoaded", () => {
    if ("bai" in page.dataset) showOne();
    else showItems();
    setHeading();
    document.addEventListener("click", follow);
    if (window.ResizeObserver) new ResizeObserver(tellHeight).observe(document.body);
    tellHeight();
  });
  window.addEventListener("load", tellHeight);
  window.addEventListener("hashchange", tellHeight);
  window.addEventListener("message", ({ source, data }) => {
    const isAsked = data && (data.type === "vy-tin:ready" || data.message === "ready");
    if (source === host && isAsked) tellHeight();
  });
})();
