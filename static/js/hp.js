"use strict";
(() => {
  // The error summary takes the focus, so that the first thing heard is what went wrong.
  document.querySelector("[data-hp-fokus]")?.focus();
})();
