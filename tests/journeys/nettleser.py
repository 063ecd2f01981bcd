"""A real Chromium against a real gunicorn with production's settings. A missing browser is an error, never a skip."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Playwright, Response

from oppstart.prosess import die_with_parent
from oppstart.system import find_browser

VALG = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
REGLER = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def start_chromium(playwright: Playwright) -> Browser:
    path = find_browser()
    if path is None:
        raise RuntimeError("Fant ingen Chromium. Sett HP_CHROMIUM, eller kjør: python3 manage.py doktor")
    root = ["--no-sandbox"] if os.geteuid() == 0 else []
    return playwright.chromium.launch(executable_path=path, args=VALG + root)


def spill_saker(environment: dict[str, str]) -> None:
    """The demo's invented cases and what lies under its tiltak, made in a process with production's settings.

    The police contact has told the year's status: the referat waits first on him, in the season of statuses too."""
    kode = (
        "import django; django.setup(); "
        "from demo.saker import lag_saker; "
        "from demo.tiltaksinnhold import fyll_innhold; "
        "from tests.factories.tiltak import meld_alle; "
        "fyll_innhold(); lag_saker(); meld_alle('politi')"
    )
    subprocess.run([sys.executable, "-c", kode], env=os.environ | environment, check=True, timeout=600)


@contextmanager
def gunicorn(environment: dict[str, str], folder: Path) -> Iterator[str]:
    """The product as it runs in the demo, on a port of its own."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    log = folder / "gunicorn.log"
    command = [sys.executable, "-m", "gunicorn", "handlingsplan.wsgi", "--bind", f"127.0.0.1:{port}", "--workers", "2"]
    with log.open("w") as out:
        process = subprocess.Popen(
            command, env=os.environ | environment, stdout=out, stderr=out, preexec_fn=die_with_parent()
        )
    address = f"http://127.0.0.1:{port}"
    try:
        _wait(f"{address}/helse/live", process, log)
        yield address
    finally:
        process.terminate()
        process.wait(600)


def _wait(url: str, process: "subprocess.Popen[bytes]", log: Path) -> None:
    for _ in range(1200):
        if process.poll() is not None:
            break
        try:
            with urllib.request.urlopen(url, timeout=60):
                return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError(f"gunicorn svarer ikke:\n{log.read_text()[-3000:]}")


@dataclass
class Nettleser:
    """Opens pages as a persona: `nettleser.side("politi", bredde=390)`; faults in the console fail the test."""

    browser: Browser
    adresse: str
    innlogget: dict[str, object] = field(default_factory=dict)
    faner: list[BrowserContext] = field(default_factory=list)
    feil: list[str] = field(default_factory=list)
    endret: bool = False

    def side(
        self, persona: str | None = None, *, bredde: int = 1280, mork: bool = False, js: bool = True, csp: bool = True
    ) -> Page:
        """A page in a context of its own, logged in through the log-in page's button."""
        context = self.browser.new_context(
            base_url=self.adresse,
            viewport={"width": bredde, "height": 844},
            color_scheme="dark" if mork else "light",
            java_script_enabled=js,
            bypass_csp=not csp,
            locale="nb-NO",
            timezone_id="Europe/Oslo",
            storage_state=self.innlogget.get(persona) if persona else None,
        )
        context.set_default_timeout(60_000)
        context.on("response", self._svar)
        self.faner.append(context)
        page = context.new_page()
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.feil.append(f"script: {error}"))
        if persona and persona not in self.innlogget:
            page.goto("/logg-inn/")
            page.locator(f'button[name="bruker"][value="{persona}"]').click()
            page.wait_for_url(lambda url: "/logg-inn/" not in url)
            self.innlogget[persona] = context.storage_state()
        return page

    def _console(self, message: ConsoleMessage) -> None:
        """The browser tells of every 404 it is shown, which may be what a test asks for."""
        if message.type == "error" and "status of 404" not in message.text:
            self.feil.append(message.text)

    def _svar(self, response: Response) -> None:
        """A form that was taken or a draft that was saved. A form shown again has changed nothing, nor has a log-in."""
        if response.request.method == "POST" and response.status in (204, 302) and "/logg-inn/" not in response.url:
            self.endret = True

    def glem(self) -> None:
        """The database is another: nobody is logged in."""
        self.innlogget.clear()
        self.endret = False

    def lukk(self) -> None:
        for context in self.faner:
            context.close()
        self.faner.clear()


def axe(page: Page) -> list[str]:
    """What axe finds wrong, one line each. The page must be opened with csp=False."""
    svar = Axe().run(page, options={"runOnly": {"type": "tag", "values": REGLER}, "resultTypes": ["violations"]})
    return [
        f"{brudd['id']}: {brudd['help']} – {node['html'][:200]} {node.get('failureSummary', '')[:300]}"
        for brudd in svar.response["violations"]
        for node in brudd["nodes"][:3]
    ]


def for_bred(page: Page) -> str:
    """Empty when the page needs no sideways scroll, else the elements that stick out."""
    return page.evaluate(
        """() => {
            const root = document.documentElement, width = root.clientWidth;
            if (root.scrollWidth <= width) return "";
            return `${root.scrollWidth} > ${width}: ` + [...document.querySelectorAll("body *")]
                .filter((e) => e.checkVisibility() && e.getBoundingClientRect().right > width + 1).slice(0, 8)
                .map((e) => e.tagName + "." + e.className).join(" ");
        }"""
    )


def for_smaa(page: Page) -> list[str]:
    """What is too small for a finger: acts and fields under 44 px, links under 24 px without room around.

    A link inside a sentence is as high as its line (WCAG 2.2, 2.5.8, the exception for text)."""
    return page.evaluate(
        """() => {
            const box = (e) => {
                const parts = [e, ...(e.matches("[type=checkbox], [type=radio]") ? e.labels : [])];
                const all = parts.map((part) => part.getBoundingClientRect());
                const top = Math.min(...all.map((r) => r.top)), bottom = Math.max(...all.map((r) => r.bottom));
                const left = Math.min(...all.map((r) => r.left)), right = Math.max(...all.map((r) => r.right));
                return { top, bottom, left, right, height: bottom - top, width: right - left };
            };
            const inSentence = (e) => getComputedStyle(e).display === "inline" &&
                e.closest("p, li, td, th, dd, dt, span, label, legend, h1, h2, h3").textContent.trim() !==
                    e.textContent.trim();
            const targets = [...document.querySelectorAll(
                "a[href], button, summary, select, textarea, input:not([type=hidden])"
            )].filter((e) => e.checkVisibility({ visibilityProperty: true }) && !e.closest(".hp-skjult, .hp-hopp"))
                .map((e) => [e, box(e)]).filter(([, r]) => r.width > 1 && r.height > 1);
            const room = ([e, r]) => {
                const x = (r.left + r.right) / 2, y = (r.top + r.bottom) / 2;
                return targets.every(([other, o]) => other === e || e.contains(other) || other.contains(e) ||
                    Math.hypot(Math.max(o.left - x, 0, x - o.right), Math.max(o.top - y, 0, y - o.bottom)) >= 12);
            };
            const small = ([e, r]) => e.matches(".ds-button, button, summary, select, textarea, input")
                ? r.height < 43.5
                : r.height < 23.5 && !(e.closest("p, li, td, th, dd, dt, span, label, legend, h1, h2, h3") &&
                    inSentence(e)) && !room([e, r]);
            return targets.filter(small).map(([e, r]) =>
                `${e.tagName}.${e.className || e.name || e.parentElement.className} ` +
                `${Math.round(r.width)}x${Math.round(r.height)} ${e.textContent.trim().slice(0, 20)}`);
        }"""
    )
