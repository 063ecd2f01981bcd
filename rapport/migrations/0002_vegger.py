"""Who orders, who carries out, who reads. The worker changes the state of a job and nothing else about it.

Column rights keep the worker from pointing a job at another user (datamodell.md §5, trap 11).
"""

from django.db import migrations

from felles.db.migrasjon import Historikk, Vegg

MEG = "(SELECT vern.uid())"
BESTILLER = "((SELECT vern.har_rolle('koordinator')) OR (SELECT vern.har_rolle('radmann')))"
SER_RAPPORTEN = "EXISTS (SELECT FROM rapport_rapport r WHERE r.id = {}.rapport_id)"
MIN_FERDIGE_JOBB = (
    "EXISTS (SELECT FROM rapport_jobb j WHERE j.id = rapport_dokument.jobb_id"
    f" AND j.rapport_id = rapport_dokument.rapport_id AND j.tilstand = 'ferdig' AND j.bestilt_av_id = {MEG})"
)


class Migration(migrations.Migration):
    dependencies = [("rapport", "0001_initial"), ("vern", "0002_rettigheter")]
    operations = [
        Vegg(
            "rapport_rapport",
            les=("SELECT", "hp_web, hp_worker", f"{BESTILLER} OR (tilstand = 'publisert' AND {MEG} IS NOT NULL)"),
            ny=("INSERT", "hp_web", f"{BESTILLER} AND bestilt_av_id = {MEG} AND tilstand = 'utkast'"),
            endre=(
                "UPDATE",
                "hp_web",
                BESTILLER,
                "tilstand, godkjent_av_id, godkjent, publisert_av_id, publisert",
            ),
        ),
        Vegg(
            "rapport_jobb",
            les=("SELECT", "hp_web", SER_RAPPORTEN.format("rapport_jobb")),
            ny=(
                "INSERT",
                "hp_web",
                f"{BESTILLER} AND bestilt_av_id = {MEG} AND tilstand = 'ventende' AND forsok = 0 AND lease IS NULL",
            ),
            ko=("SELECT", "hp_worker", "true"),
            arbeid=("UPDATE", "hp_worker", "true", "tilstand, forsok, lease, steg, feilkode, ferdig"),
        ),
        Vegg(
            "rapport_dokument",
            les=("SELECT", "hp_web", SER_RAPPORTEN.format("rapport_dokument")),
            lever=("INSERT", "hp_worker", MIN_FERDIGE_JOBB),
        ),
        Historikk("rapport_rapport", "rapport_historicalrapport", lesere=""),
    ]
