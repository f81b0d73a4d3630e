// Runs before the first paint, so that a dark room never flashes white. A file of its own: the content policy allows no inline script.
(function () {
  var chosen = null;
  try {
    chosen = localStorage.getItem("tavolo.theme");
  } catch {
    // Storage may be forbidden; the system's setting is used then.
  }
  var dark = chosen === "dark" || (chosen !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.dataset.theme = dark ? "dark" : "light";
})();
