"""What the log-in page shows in the demo."""

from typing import Any

from django.http import HttpRequest

from .personer import PERSONER


def personer(request: HttpRequest) -> dict[str, Any]:
    """The invented people one can log in as."""
    return {"personer": PERSONER}
