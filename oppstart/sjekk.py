"""The demo checks itself as a user would: over HTTP, with cookies. Standard library only."""

import http.client
import http.cookiejar
import re
import subprocess
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from .prosess import wait_until
from .skjerm import Stopp, run_logged, step, tail
from .stier import LOGS, ROOT


@dataclass(frozen=True)
class Svar:
    status: int
    text: str
    address: str


class Nettleser:
    """As much of a browser as the check needs."""

    def __init__(self, base: str) -> None:
        self.base = base.rstrip("/")
        cookies = urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
        self.opener = urllib.request.build_opener(urllib.request.ProxyHandler({}), cookies)

    def get(self, path: str, form: dict[str, str] | None = None, patience: float = 60) -> Svar:
        """Fetch a page, or send a form; an unreachable server is status 0."""
        data = urllib.parse.urlencode(form).encode() if form is not None else None
        request = urllib.request.Request(self.base + path, data, {"Referer": self.base + path})
        try:
            with self.opener.open(request, timeout=patience) as answer:
                return Svar(answer.status, answer.read().decode(errors="replace"), answer.url)
        except urllib.error.HTTPError as error:
            return Svar(error.code, error.read().decode(errors="replace"), error.url or path)
        except (OSError, http.client.HTTPException):
            return Svar(0, "", path)

    def log_in(self, username: str) -> Svar:
        """Press a persona's button on the log-in page."""
        page = self.get("/logg-inn/")
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page.text)
        if page.status != 200 or not token:
            return page
        return self.get("/logg-inn/demo/", {"csrfmiddlewaretoken": token[1], "bruker": username, "next": "/"})


def wait_for_web(url: str, child: subprocess.Popen[bytes] | None) -> None:
    """Wait for the health page. Raises Stopp when the web server died or stays silent."""
    browser = Nettleser(url)
    if not wait_until(lambda: browser.get("/helse/live", patience=2).status == 200, seconds=180, child=child):
        raise Stopp(f"Nettsidene svarer ikke. Slutten av {LOGS / 'web.log'}:\n{tail(LOGS / 'web.log')}")


def check_pages(url: str) -> None:
    """The log-in page, and the start page of a persona. Raises Stopp with what was wrong."""
    browser = Nettleser(url)
    if (answer := browser.get("/logg-inn/")).status != 200:
        raise Stopp(f"/logg-inn/ svarte {answer.status}. Slutten av {LOGS / 'web.log'}:\n{tail(LOGS / 'web.log')}")
    start = browser.log_in("slt")
    if start.status != 200 or urllib.parse.urlsplit(start.address).path != "/":
        raise Stopp(f"Fikk ikke logget inn som «slt» ({start.status}).\n{tail(LOGS / 'web.log')}")


def check_ready(url: str) -> None:
    """Database, cache, migrations and the worker's heartbeat. Raises Stopp with the parts that fail."""
    browser = Nettleser(url)
    if not wait_until(lambda: browser.get("/helse/klar", patience=10).status == 200, seconds=120):
        raise Stopp(f"Ikke alt er klart:\n{browser.get('/helse/klar').text}")


def check_pdf(env: Mapping[str, str], python: Path) -> None:
    """One PDF through broker and worker. Raises Stopp with the worker's last words."""
    log = LOGS / "prov.log"
    with step("Lager en prøve-PDF i arbeiderprosessen") as progress:
        if run_logged([python, "manage.py", "prov_pdf"], log=log, env=env, cwd=ROOT, progress=progress):
            raise Stopp(f"Arbeiderprosessen laget ingen PDF:\n{tail(log, 3)}\n{tail(LOGS / 'worker.log')}")
