"""Settings shared by all. Nothing secret and nothing unsafe by default: prod and test fill in the rest."""

import os
from pathlib import Path

import dj_database_url
from celery.schedules import crontab
from csp.constants import NONE, SELF
from django.contrib.messages import constants
from django.utils.translation import gettext_lazy as _

BASE_DIR = Path(__file__).resolve().parents[2]
DEMO = os.environ.get("DEMO") == "1"

# --- Rooms -----------------------------------------------------------------------------------------------
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.forms",
    "allauth",
    "allauth.account",
    "guardian",
    "simple_history",
    "csp",
    "felles",
    "brukere",
    "vern",
    "samarbeid",
    "tiltak",
    "bekymring",
    "rapport",
    "forside",
    "handlingsplan",
]
if DEMO:
    INSTALLED_APPS.append("demo")

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "felles.middleware.Hoder",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "vern.middleware.Metoder",
    "felles.middleware.ReneKaker",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "brukere.middleware.Oktgrense",
    "brukere.middleware.Sprak",
    "forside.avbrutt.BeholdSkjema",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "brukere.middleware.Engangspassord",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "felles.middleware.RenInndata",
    "vern.middleware.Transaksjon",
    "bekymring.views.saksdelen.Port",
    "felles.middleware.SammeKvittering",
    "felles.middleware.Skjemaadresser",
]

FORM_RENDERER = "felles.skjema.Tegner"
ROOT_URLCONF = "handlingsplan.urls"
WSGI_APPLICATION = "handlingsplan.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "OPTIONS": {
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    ["felles.maler.Loader", "django.template.loaders.app_directories.Loader"],
                )
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "forside.context_processors.ramme",
                *(["demo.context_processors.personer"] if DEMO else []),
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "felles.templatetags.komponenter",
            ],
        },
    },
]

# --- Databases: the web role owns nothing; `eier` exists only where migrations run ---------------------------


def address(variable: str) -> str:
    """An address from the environment, or from the file that `<variable>_FILE` names: it holds a password."""
    if path := os.environ.get(f"{variable}_FILE"):
        return Path(path).read_text().strip()
    return os.environ.get(variable, "")


def database(variable: str) -> dict[str, object]:
    return dict(dj_database_url.parse(address(variable), conn_max_age=600, conn_health_checks=True))


def databases() -> dict[str, dict[str, object]]:
    """default = web or worker role; logg = refusals, on its own autocommit connection; eier = migrations."""
    found = {"default": database("DATABASE_URL"), "logg": database("LOGG_DATABASE_URL")}
    if address("DATABASE_OWNER_URL"):
        found["eier"] = database("DATABASE_OWNER_URL") | {"OPTIONS": {"assume_role": "hp_owner"}}
    return found


# --- Users and log-in ------------------------------------------------------------------------------------
AUTH_USER_MODEL = "brukere.Bruker"
AUTHENTICATION_BACKENDS = [
    "allauth.account.auth_backends.AuthenticationBackend",
    "guardian.backends.ObjectPermissionBackend",
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "/logg-inn/"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "/logg-inn/"
ACCOUNT_ADAPTER = "brukere.adapter.Konto"
ACCOUNT_FORMS = {"login": "brukere.forms.Innlogging", "change_password": "brukere.forms.Passordbytte"}
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_REDIRECT_URL = "/logg-inn/"
ACCOUNT_PREVENT_ENUMERATION = True
# The key is account + address (brukere.adapter): never the account alone, or anyone could lock a colleague out.
ACCOUNT_RATE_LIMITS = {"login": "60/m/ip", "login_failed": "20/m/ip,5/5m/key"}

ANONYMOUS_USER_NAME = None  # guardian makes no user of its own
GUARDIAN_MONKEY_PATCH_USER = False
GUARDIAN_MONKEY_PATCH_GROUP = False
SIMPLE_HISTORY_ENABLED = False  # one database trigger writes all history; simple-history reads it

# --- Sessions and cookies ----------------------------------------------------------------------------------
SESSION_ENGINE = "brukere.okter"
OKT_UBRUKT = 15 * 60  # seconds without asking for a page
OKT_LENGST = 8 * 3600  # from log-in, however much it is used
OKT_FERSK = 10 * 60  # how long the password counts as just given (brukere.views.opptrapping)
SESSION_COOKIE_AGE = 24 * 3600  # the row outlives the log-in: a form sent too late is known as its writer's
GLEM_VED_UTLOGGING = '"cache", "cookies", "storage"'  # Clear-Site-Data
MESSAGE_TAGS = {constants.DEBUG: "info", constants.ERROR: "danger"}  # the colours of Designsystemet
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"  # no cookie of its own
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "forside.views.csrf_feil"

# --- Language and time -------------------------------------------------------------------------------------
LANGUAGE_CODE = "nb"
LANGUAGES = [("nb", _("Bokmål")), ("nn", _("Nynorsk"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/Oslo"

# --- Static files --------------------------------------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT: Path | None = Path(os.environ.get("STATIC_ROOT", BASE_DIR / ".var" / "static"))
STATICFILES_DIRS = [BASE_DIR / "static"]
MANIFEST = {  # production: names carry a digest, so that browsers may keep them for good
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
FIXTURE_DIRS = [BASE_DIR / "fixtures"]

# --- Headers (the rest in felles.middleware.Hoder) -----------------------------------------------------------
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "font-src": [SELF],
        "img-src": [SELF, "data:"],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}
SECURE_REFERRER_POLICY = "same-origin"  # with no-referrer a browser sends "Origin: null", and every form fails CSRF
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True

# --- Limits on what a browser may send -----------------------------------------------------------------------
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 500


def hurtiglager(sted: str) -> dict[str, dict[str, object]]:
    """Valkey. It answers at once or not at all: a page never waits for it (vern.middleware makes that a 503)."""
    tider = {"socket_timeout": 2, "socket_connect_timeout": 2}
    return {"default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": sted, "OPTIONS": tider}}


# --- Worker: the outbox table is the record, Celery only wakes -------------------------------------------------
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_SERIALIZER = "json"
CELERY_ACCEPT_CONTENT = ["json"]
CELERY_TASK_SOFT_TIME_LIMIT = 60
CELERY_TASK_TIME_LIMIT = 90
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_TIMEZONE = TIME_ZONE
CELERY_BROKER_TRANSPORT_OPTIONS = {"socket_timeout": 5, "socket_connect_timeout": 2}
JOBB_HOLD_SEKUNDER = 20  # a worker renews its hold each second; this long after its last word the job is free
JOBB_VENT_SEKUNDER: float = 2  # after a failed try; doubled for each
PULS_SEKUNDER = 15
CELERY_BEAT_SCHEDULE = {
    "fei_koen": {"task": "rapport.fei_koen", "schedule": 15, "options": {"expires": 15}},
    "publiser_tall": {"task": "bekymring.publiser_tall", "schedule": crontab(day_of_month="1", hour="5", minute="0")},
    "slett_kontakter": {"task": "samarbeid.slett_forfalte", "schedule": crontab(hour="3", minute="10")},
    "finn_uvanlige": {"task": "bekymring.finn_uvanlige", "schedule": 300, "options": {"expires": 300}},
    "folg_klokka": {"task": "bekymring.folg_klokka", "schedule": 300, "options": {"expires": 300}},
    "minn_om_vurdering": {"task": "bekymring.minn_om_vurdering", "schedule": crontab(hour="7", minute="10")},
    "forsegl": {"task": "vern.forsegl", "schedule": 10, "options": {"expires": 10}},
    "sammendrag": {"task": "tiltak.send_sammendrag", "schedule": crontab(hour="7", minute="0", day_of_week="mon-fri")},
    "fei_post": {"task": "tiltak.fei_post", "schedule": 60, "options": {"expires": 60}},
    "slett_utkast": {"task": "tiltak.slett_utkast", "schedule": crontab(hour="3", minute="20")},
    "puls": {"task": "handlingsplan.puls", "schedule": PULS_SEKUNDER, "options": {"expires": PULS_SEKUNDER}},
}

# --- The logs' seals: their heads are also written to a file in this folder, best on another disk ------------------
LOGGHODE = Path(os.environ.get("LOGGHODE_MAPPE", BASE_DIR / ".var" / "logghode"))

# --- E-mail: the plan's digest only, never a word of a case. Without a mail server the demo writes files -----------
EMAIL_HOST = os.environ.get("EMAIL_HOST", "")
EMAIL_PORT = int(os.environ.get("EMAIL_PORT", "25"))
EMAIL_USE_TLS = os.environ.get("EMAIL_USE_TLS") == "1"
EMAIL_HOST_USER = os.environ.get("EMAIL_HOST_USER", "")
EMAIL_HOST_PASSWORD = address("EMAIL_HOST_PASSWORD")
EMAIL_TIMEOUT = 10
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if EMAIL_HOST else 'filebased' if DEMO else 'dummy'}.EmailBackend"
EPOST = bool(EMAIL_HOST or DEMO)  # False: no letters are made, and the koordinator is told
EMAIL_FILE_PATH = os.environ.get("EMAIL_FILE_PATH", BASE_DIR / ".var" / "post")
DEFAULT_FROM_EMAIL = os.environ.get("EMAIL_FROM", "handlingsplan@localhost")
ADRESSE = os.environ.get("ADRESSE", "")  # what links in e-mails begin with; prod.py makes it from ALLOWED_HOSTS
PURRING_FOR = (7, 1)  # days before the deadline on which who has not answered is reminded
PURRING_ETTER = (1, 7)  # days after it; then every week
PURRING_LEDER = 7  # days after it when the unit's leader is told
PURRING_OVERSTE = 14  # days after it when the rådmann is told too

# --- Server log: times, levels and names of things that went wrong, never a person's words ----------------------
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "linje": {"()": "felles.logglinje.TryggLinje", "format": "%(asctime)s %(levelname)s %(name)s %(message)s"},
    },
    "handlers": {"konsoll": {"class": "logging.StreamHandler", "formatter": "linje"}},
    "root": {"handlers": ["konsoll"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": []},  # Django's own would mail an error to ADMINS with all its local values
        "handlingsplan": {"level": "INFO"},
        "vern.segl": {"level": "INFO"},
    },
}

# --- The municipality: change these two to move in ---------------------------------------------------------------
KOMMUNE = "Sandefjord kommune"
KOORDINATOR_TITTEL = "SLT-koordinator"
