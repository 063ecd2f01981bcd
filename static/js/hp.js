"use strict";
// Every page works without this file. Each part is asked for by a data attribute.
(() => {
  const all = (selector, act) => document.querySelectorAll(selector).forEach(act);
  const clock = () => new Date().toLocaleTimeString("nb-NO", { hour: "2-digit", minute: "2-digit" }).replace(":", ".");

  // The error summary takes the focus, so that the first thing heard is what went wrong.
  document.querySelector("[data-hp-fokus]")?.focus();

  // Open menus close with Escape and with a click beside them.
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    all("details.hp-nedtrekk[open]", (menu) => {
      menu.open = false;
      menu.querySelector("summary").focus();
    });
  });
  addEventListener("click", (event) => {
    all("details.hp-nedtrekk[open]", (menu) => {
      if (!menu.contains(event.target)) menu.open = false;
    });
  });

  // Characters left, shown while one writes.
  all("[data-hp-teller]", (counter) => {
    const field = document.getElementById(counter.dataset.hpTeller);
    const limit = Number(field?.dataset.hpMaks);
    if (!limit) return;
    const count = () => {
      const left = limit - [...field.value].length;
      const words = left < 0 ? counter.dataset.forMye : counter.dataset.igjen;
      counter.textContent = words.replace("{n}", Math.abs(left));
      counter.hidden = left > limit / 2;
    };
    field.addEventListener("input", count);
    count();
  });

  // A warning before a long text that is not saved is lost.
  all("form.hp-skjema[method=post]:has(textarea)", (form) => {
    let dirty = false;
    form.addEventListener("input", () => { dirty = true; });
    form.addEventListener("submit", () => { dirty = false; });
    form.addEventListener("hp:lagret", () => { dirty = false; });
    addEventListener("beforeunload", (event) => { if (dirty) event.preventDefault(); });
  });

  // Drafts on the server: a form with {% utkaststatus %} in it. It sends what «Lagre utkast» would send, and the
  // header X-Utkast; the view answers 204.
  all("[data-hp-utkast]", (status) => {
    const form = status.closest("form");
    const body = () => { const data = new URLSearchParams(new FormData(form)); data.set("utkast", "1"); return data; };
    const say = (words) => { status.hidden = false; status.textContent = words.replace("{kl}", clock()); };
    let waiting = null;
    let sent = body().toString();
    const save = async () => {
      clearTimeout(waiting);
      waiting = null;
      const text = body().toString();
      if (text === sent) return;
      try {
        const answer = await fetch(location.href, {
          method: "POST", body: body(), headers: { "X-Utkast": "1" }, redirect: "manual", keepalive: text.length < 60000,
        });
        if (answer.status !== 204) throw new Error(answer.status);
        sent = text;
        say(status.dataset.lagret);
        form.dispatchEvent(new Event("hp:lagret"));
      } catch {
        say(status.dataset.feil);
        waiting = setTimeout(save, 10000);
      }
    };
    form.addEventListener("input", () => { waiting ??= setTimeout(save, 4000); });
    form.addEventListener("change", save);
    form.addEventListener("submit", () => { clearTimeout(waiting); sent = body().toString(); });
    document.addEventListener("visibilitychange", () => { if (document.hidden && waiting) save(); });
  });

  // Two minutes before the session ends the line at the bottom comes up; its link then works without a new tab.
  all("[data-hp-okt]", (line) => {
    const left = () => Number(line.dataset.hpOkt) * 1000 - Date.now();
    const text = line.querySelector("span");
    const link = line.querySelector("a");
    const quiet = text.textContent;
    let timer = 0;
    const watch = () => {
      clearTimeout(timer);
      const ms = left();
      const soon = ms <= 120000;
      line.classList.toggle("hp-okt-snart", soon);
      line.toggleAttribute("role", false);
      if (soon) line.setAttribute("role", "alert");
      text.textContent = soon ? (ms > 0 ? line.dataset.snart : line.dataset.ute) : quiet;
      if (ms > 0) timer = setTimeout(watch, Math.min(soon ? ms : ms - 120000, 60000) + 50);
    };
    link.addEventListener("click", async (event) => {
      if (left() <= 0) return;
      event.preventDefault();
      const answer = await fetch(link.href, { redirect: "manual" });
      if (!answer.ok) return;
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
      line.dataset.hpOkt = fresh.querySelector("[data-hp-slutt]")?.dataset.hpSlutt ?? line.dataset.hpOkt;
      watch();
    });
    watch();
  });
})();
