"""Write docs/saksgang.md from the workflow tables."""

from typing import Any

from django.conf import settings
from django.core.management import BaseCommand

from bekymring.visning.saksgang import som_markdown


class Command(BaseCommand):
    help = "Skriver docs/saksgang.md fra tabellene i bekymring/workflow.py."

    def handle(self, *args: Any, **options: Any) -> None:
        (settings.BASE_DIR / "docs" / "saksgang.md").write_text(som_markdown(), encoding="utf-8")
