"""Health check inside the web container: asks as the reverse proxy does. Standard library only."""

import os
import sys
import urllib.request


def check(path: str = "/helse/live") -> int:
    """0 when the page answers 200."""
    host = os.environ.get("ALLOWED_HOSTS", "localhost").split(",")[0].strip()
    request = urllib.request.Request(f"http://127.0.0.1:8000{path}", headers={"Host": host})
    try:
        with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request, timeout=5) as answer:
            return 0 if answer.status == 200 else 1
    except OSError:
        return 1


if __name__ == "__main__":
    sys.exit(check(*sys.argv[1:2]))
