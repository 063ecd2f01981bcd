"""Tests: production's settings on throw-away servers. tests/conftest.py starts them and sets the addresses."""

import os
from pathlib import Path
from urllib.parse import urlsplit

os.environ.setdefault("DEMO", "1")
os.environ.setdefault("ALLOWED_HOSTS", "127.0.0.1,localhost")

from .base import *

# Without servers (mypy, `makemigrations --check`, imports) the addresses are empty but well-formed.
for name in ("DATABASE_URL", "LOGG_DATABASE_URL", "NOKKEL_DATABASE_URL"):
    os.environ.setdefault(name, "postgres://hp_test@%2Fingen/ingen")

DEBUG = False
SECRET_KEY = "bare-for-tester-" + "x" * 40
KEK = "bare-for-tester-" + "y" * 40
KEK_FILE = ""
ADRESSE = "http://testserver"
ALLOWED_HOSTS = ["testserver", "127.0.0.1", "localhost"]
DATABASES = databases()
NOKKEL_DATABASE_URL = os.environ["NOKKEL_DATABASE_URL"]
REDIS_URL = os.environ.get("REDIS_URL", "unix:///ingen")
CELERY_BROKER_URL = f"redis+socket://{urlsplit(REDIS_URL).path}?virtual_host=0"
CACHES = hurtiglager(f"{REDIS_URL}?db=1")
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # speed only; production's is asserted
STATIC_ROOT = None
LOGGHODE = Path(os.environ.get("LOGGHODE_MAPPE") or os.environ.get("HP_TEST_MAPPE", "/ingen")) / "logghode"
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True

# A killed worker's job is free sooner than in production, so that a test can kill ten of them.
JOBB_HOLD_SEKUNDER = 3
JOBB_VENT_SEKUNDER = 0.05
CELERY_BEAT_SCHEDULE["fei_koen"] = {"task": "rapport.fei_koen", "schedule": 1, "options": {"expires": 2}}
CELERY_BEAT_SCHEDULE["fei_post"] = {"task": "tiltak.fei_post", "schedule": 1, "options": {"expires": 2}}
CELERY_BEAT_SCHEDULE["puls"] = {"task": "handlingsplan.puls", "schedule": 1, "options": {"expires": 2}}
CELERY_BEAT_SCHEDULE["forsegl"] = {"task": "vern.forsegl", "schedule": 1, "options": {"expires": 2}}
