"""Production, and the demo (`DEMO=1`). A missing or unsafe setting stops start-up with one clear line."""

from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

from vern.kek import filer

from .base import *


def needed(variable: str) -> str:
    try:
        if value := address(variable):
            return value
    except OSError as error:
        raise ImproperlyConfigured(f"{variable}_FILE: kan ikke lese filen ({error.strerror}).") from None
    raise ImproperlyConfigured(f"{variable} mangler. Se README, «Kjøre i produksjon».")


def secret(variable: str) -> str:
    """Secrets come as files, so that they never stand in the environment of a process list."""
    path = Path(needed(variable))
    try:
        text = path.read_text().strip()
    except OSError as error:
        raise ImproperlyConfigured(f"{variable}: kan ikke lese {path} ({error.strerror}).") from None
    if len(text) < 32:
        raise ImproperlyConfigured(f"{variable}: {path} er for kort. Den må ha minst 32 tegn.")
    return text


for variable in ("DATABASE_URL", "LOGG_DATABASE_URL", "NOKKEL_DATABASE_URL", "REDIS_URL"):
    needed(variable)

DEBUG = False
SECRET_KEY = secret("SECRET_KEY_FILE")
KEK_FILE = needed("KEK_FILE")  # version 1; `<KEK_FILE>.2` and so on lie beside it (vern.kek), and then the first may go
KEK = "" if max(filer(Path(KEK_FILE)), default=1) > 1 and not Path(KEK_FILE).exists() else secret("KEK_FILE")
if KEK == SECRET_KEY:
    raise ImproperlyConfigured("KEK_FILE og SECRET_KEY_FILE har samme innhold. Lag én hemmelighet til hver.")
ALLOWED_HOSTS = [host.strip() for host in needed("ALLOWED_HOSTS").split(",")]
if "*" in ALLOWED_HOSTS:
    raise ImproperlyConfigured("ALLOWED_HOSTS kan ikke være «*».")
if DEMO and set(ALLOWED_HOSTS) - {"127.0.0.1", "localhost", "[::1]"}:
    raise ImproperlyConfigured("DEMO=1 kan bare kjøre på egen maskin (127.0.0.1).")
ADRESSE = ADRESSE or (f"http://{ALLOWED_HOSTS[0]}:8000" if DEMO else f"https://{ALLOWED_HOSTS[0]}")

DATABASES = databases()
if DATABASES["default"]["USER"] in ("hp_migrate", "hp_owner", "postgres"):
    raise ImproperlyConfigured("DATABASE_URL bruker hp_migrate eller en annen eier. Bruk hp_web eller hp_worker.")
NOKKEL_DATABASE_URL = needed("NOKKEL_DATABASE_URL")
_place = {url.rpartition("@")[2] for url in (needed("DATABASE_URL"), NOKKEL_DATABASE_URL)}
if len(_place) == 1:
    raise ImproperlyConfigured("NOKKEL_DATABASE_URL må være en egen database: nøklene kan ikke ligge ved dataene.")
REDIS_URL = needed("REDIS_URL")
if REDIS_URL.startswith("unix://"):
    CELERY_BROKER_URL = REDIS_URL.replace("unix://", "redis+socket://") + "?virtual_host=0"
    CACHES = hurtiglager(f"{REDIS_URL}?db=1")
else:
    CELERY_BROKER_URL = f"{REDIS_URL}/0"
    CACHES = hurtiglager(f"{REDIS_URL}/1")

# The demo runs on http://127.0.0.1: only there may cookies go without Secure.
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = not DEMO
SESSION_COOKIE_NAME = "sesjon" if DEMO else "__Host-sesjon"
CSRF_COOKIE_NAME = "csrf" if DEMO else "__Host-csrf"
# All cookies of the host, not only ours: on a developer's own machine that would log them out of everything else.
GLEM_VED_UTLOGGING = '"cache", "storage"' if DEMO else '"cache", "cookies", "storage"'
SECURE_SSL_REDIRECT = not DEMO
SECURE_HSTS_SECONDS = 0 if DEMO else 63_072_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = not DEMO
ALLAUTH_TRUSTED_PROXY_COUNT = 0 if DEMO else 1
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_REDIRECT_EXEMPT = [r"^helse/"]  # health checks come from inside, without TLS

ALLAUTH_TRUSTED_PROXY_COUNT = 0 if DEMO else 1  # the reverse proxy: log-in limits count per user, not per proxy

if not DEMO:
    STORAGES = MANIFEST
if DEMO:
    STATIC_ROOT = None  # served from where they lie; nothing to collect
WHITENOISE_USE_FINDERS = DEMO
