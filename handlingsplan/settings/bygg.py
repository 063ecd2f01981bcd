"""Building the image: collects static files and compiles texts. Knows no secret and no server."""

from .base import *

SECRET_KEY = "bare-for-bygging"  # noqa: S105
STORAGES = MANIFEST
