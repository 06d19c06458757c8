/* A film of another site: nothing is asked of that site before the reader taps. */
(() => {
  "use strict";
  const button = document.querySelector("[data-film]");
  const figure = button.closest("figure"), poster = figure.querySelector("a.media__pic");
  const play = () => {
    const frame = document.createElement("iframe");
    frame.src = button.dataset.film;
    frame.title = document.querySelector("h1").textContent;
    frame.allow = "autoplay; encrypted-media; picture-in-picture";
    frame.allowFullscreen = true;
    frame.referrerPolicy = "strict-origin-when-cross-origin";
    frame.className = "film";
    if (poster) poster.remove();
    figure.prepend(frame);
    button.remove();
    frame.focus();
  };
  button.hidden = false;
  button.onclick = play;
  if (poster) poster.onclick = (e) => { e.preventDefault(); play(); };
})();
