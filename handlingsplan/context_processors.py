"""What every page's frame needs: the municipality's name, the menu and whether this is the demo."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest


def ramme(request: HttpRequest) -> dict[str, Any]:
    return {"kommune": settings.KOMMUNE, "er_demo": settings.DEMO}
