# One image, three commands: web, worker, beat (oppstart/tjenester.py). Needs no network to run.
FROM python:3.13-slim-bookworm AS bygg
WORKDIR /bygg
COPY requirements.lock ./
RUN python -m venv /miljo \
    && /miljo/bin/pip install --no-cache-dir --no-deps --require-hashes -r requirements.lock
COPY . /app
WORKDIR /app
RUN DJANGO_SETTINGS_MODULE=handlingsplan.settings.bygg STATIC_ROOT=/app/.var/static \
    /miljo/bin/python -m oppstart.bygg

FROM python:3.13-slim-bookworm
# Versions follow the base image's Debian release, which gets security fixes when the image is rebuilt.
# hadolint ignore=DL3008
RUN apt-get update \
    && apt-get install -y --no-install-recommends libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --uid 10001 --no-create-home --shell /usr/sbin/nologin handlingsplan \
    && install -d -o 10001 -m 0700 /logghode
ENV PATH=/miljo/bin:$PATH PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1 HOME=/tmp XDG_CACHE_HOME=/tmp \
    DJANGO_SETTINGS_MODULE=handlingsplan.settings.prod STATIC_ROOT=/app/.var/static
COPY --from=bygg /miljo /miljo
COPY --from=bygg /app /app
WORKDIR /app
USER 10001
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=6s --start-period=30s CMD ["python", "-m", "oppstart.helse"]
CMD ["python", "-m", "oppstart.tjenester", "web"]
