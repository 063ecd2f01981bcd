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

  // A warning before what is typed is lost: <form data-hp-vakt>.
  all("form[data-hp-vakt]", (form) => {
    let dirty = false;
    form.addEventListener("input", () => { dirty = true; });
    form.addEventListener("submit", () => { dirty = false; });
    form.addEventListener("hp:lagret", () => { dirty = false; });
    addEventListener("beforeunload", (event) => { if (dirty) event.preventDefault(); });
  });

  // Drafts on the server: <form data-hp-utkast="/address/"> and inside it
  // <p data-hp-utkaststatus data-lagret="Utkast lagret kl. {kl}. Bare du ser det." data-feil="Ikke lagret. …">.
  all("form[data-hp-utkast]", (form) => {
    const status = form.querySelector("[data-hp-utkaststatus]");
    let waiting = null;
    let sent = "";
    const say = (words) => { if (status && words) { status.hidden = false; status.textContent = words.replace("{kl}", clock()); } };
    const body = () => new URLSearchParams(new FormData(form));
    const save = async () => {
      clearTimeout(waiting);
      waiting = null;
      const text = body().toString();
      if (text === sent) return;
      try {
        const answer = await fetch(form.dataset.hpUtkast, { method: "POST", body: body(), keepalive: text.length < 60000, redirect: "error" });
        if (!answer.ok) throw new Error(answer.status);
        sent = text;
        say(status?.dataset.lagret);
        form.dispatchEvent(new Event("hp:lagret"));
      } catch {
        say(status?.dataset.feil);
        waiting = setTimeout(save, 10000);
      }
    };
    sent = body().toString();
    form.addEventListener("input", () => { waiting ??= setTimeout(save, 4000); });
    form.addEventListener("change", save);
    form.addEventListener("submit", () => { clearTimeout(waiting); sent = body().toString(); });
    document.addEventListener("visibilitychange", () => { if (document.hidden && waiting) save(); });
  });

  // A job that runs: <div data-hp-jobb="/address/">; the address answers {"ferdig": true} when there is something to see.
  // Without script the page has <noscript><meta http-equiv="refresh" content="3"></noscript> in its head.
  all("[data-hp-jobb]", (place) => {
    const ask = async () => {
      try {
        const answer = await fetch(place.dataset.hpJobb, { headers: { Accept: "application/json" } });
        if (answer.ok && (await answer.json()).ferdig) return location.reload();
      } catch { /* asked again below */ }
      setTimeout(ask, 2000);
    };
    setTimeout(ask, 1000);
  });
})();
