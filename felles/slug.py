"""ASCII for identifiers and addresses: Django's slugify drops ø and æ (CONTRIBUTING.md)."""

from django.utils.text import slugify

_BOKSTAVER = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "Æ": "Ae", "Ø": "O", "Å": "A"})


def ascii_slug(tekst: str) -> str:
    """«Oppfølging på nett» → «oppfolging-pa-nett»."""
    return slugify(tekst.translate(_BOKSTAVER))
