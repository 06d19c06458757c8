/* Small helpers. Every page reads and navigates without this file. */
(() => {
  "use strict";
  const root = document.documentElement;
  const one = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

  // Toast: screen readers hear it, because the paragraph is a status
  let timer;
  const say = (text) => {
    const toast = one("[data-toast]");
    toast.textContent = text;
    clearTimeout(timer);
    timer = setTimeout(() => { toast.textContent = ""; }, 4000);
  };

  // Section bar: bring the current section into view on narrow screens
  const here = one(".sections [aria-current]"), bar = one(".sections ul");
  if (here && here.offsetLeft + here.offsetWidth > bar.clientWidth) bar.scrollLeft = here.offsetLeft - bar.clientWidth / 3;

  // Display panel: closes on Escape or a click outside
  const display = one("[data-display]");
  document.addEventListener("click", (e) => { if (display.open && !display.contains(e.target)) display.open = false; });

  // Drawer: the checkbox does the work; here the focus, Escape and the scroll lock
  const box = one("#__drawer"), drawer = one("[data-drawer]");
  box.addEventListener("change", () => {
    root.classList.toggle("drawer-open", box.checked);
    all(".masthead__in, .md-container, .demo").forEach((behind) => { behind.inert = box.checked; });
    if (box.checked) one("a", drawer).focus(); else box.focus({ preventScroll: true });
  });
  const shut = () => {
    if (!box.checked) return;
    box.checked = false;
    box.dispatchEvent(new Event("change"));
  };
  drawer.addEventListener("click", (e) => { if (e.target.closest("a")) shut(); });
  addEventListener("keydown", (e) => {
    if (e.key !== "Escape") return;
    shut();
    if (display.open) { display.open = false; one("summary", display).focus(); }
  });
  const wide = matchMedia("(min-width: 62rem)");
  if (wide.addEventListener) wide.addEventListener("change", shut);

  // Back to top: offered when the reader turns back on a long page
  const up = one("[data-top]");
  let last = 0;
  addEventListener("scroll", () => { up.hidden = !(scrollY < last && scrollY > 900); last = scrollY; }, { passive: true });
  up.addEventListener("click", (e) => { e.preventDefault(); scrollTo(0, 0); one("#__main").focus({ preventScroll: true }); });

  // A part of the page that an address names is open: on the page it is closed to be short
  const reveal = () => { const part = document.getElementById(location.hash.slice(1)); if (part && part.open === false) part.open = true; };
  addEventListener("hashchange", reveal);
  reveal();

  // Share row, addresses and codes to paste, with a way to copy for old WebViews
  const copy = async (text) => {
    try { await navigator.clipboard.writeText(text); } catch (e) {
      const area = document.createElement("textarea");
      area.value = text; area.style.cssText = "position:fixed;opacity:0";
      document.body.append(area); area.select(); document.execCommand("copy"); area.remove();
    }
  };
  all("[data-copy]").forEach((button) => {
    const address = one("code", button.parentNode);
    button.onclick = async () => { await copy(address ? address.textContent : location.href.split("#")[0]); say(button.dataset.copy || (address ? "Đã chép địa chỉ" : "Đã chép liên kết, dán vào Zalo hay thư để gửi")); };
  });
  all("[data-share]").forEach((button) => {
    if (!navigator.share) return;
    button.hidden = false;
    button.onclick = () => navigator.share({ title: document.title, url: location.href }).catch(() => {});
  });
  all("[data-print]").forEach((button) => { button.onclick = () => print(); });
})();
