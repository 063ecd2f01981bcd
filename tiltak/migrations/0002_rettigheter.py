"""Everyone logged in reads the plan; nobody on the web writes it. Reports can be added, never changed or removed."""

from django.db import migrations

from felles.db.migrasjon import Historikk, Rettigheter

PLAN = [
    "tiltak_plan",
    "tiltak_vedtak",
    "tiltak_innsatsomrade",
    "tiltak_fokusomrade",
    "tiltak_prinsipp",
    "tiltak_tiltak",
    "tiltak_tiltak_prinsipper",
    "tiltak_muligtiltak",
    "tiltak_avsnitt",
    "tiltak_fotnote",
    "tiltak_kilde",
    "tiltak_merknad",
    "tiltak_merknad_tiltak",
]

# A tiltak lies in an area of its own edition: two foreign keys that a model cannot tie together.
SAMME_PLAN = """
ALTER TABLE tiltak_innsatsomrade ADD CONSTRAINT innsatsomrade_id_plan UNIQUE (id, plan_id);
ALTER TABLE tiltak_tiltak ADD CONSTRAINT tiltak_omrade_i_samme_plan
    FOREIGN KEY (innsatsomrade_id, plan_id) REFERENCES tiltak_innsatsomrade (id, plan_id)
    DEFERRABLE INITIALLY DEFERRED;
"""
TILBAKE = """
ALTER TABLE tiltak_tiltak DROP CONSTRAINT tiltak_omrade_i_samme_plan;
ALTER TABLE tiltak_innsatsomrade DROP CONSTRAINT innsatsomrade_id_plan;
"""


class Migration(migrations.Migration):
    dependencies = [("tiltak", "0001_initial"), ("vern", "0002_rettigheter")]
    operations = [
        *(Rettigheter(tabell, hp_web="SELECT", hp_worker="SELECT") for tabell in PLAN),
        Rettigheter("tiltak_ansvar", hp_web="SELECT, INSERT, UPDATE", hp_worker="SELECT"),
        Rettigheter("tiltak_statusrapport", hp_web="SELECT, INSERT", hp_worker="SELECT"),
        Rettigheter("tiltak_milepael", hp_web="SELECT, INSERT, UPDATE", hp_worker="SELECT"),
        Historikk("tiltak_plan", "tiltak_historicalplan"),
        Historikk("tiltak_tiltak", "tiltak_historicaltiltak"),
        Historikk("tiltak_ansvar", "tiltak_historicalansvar"),
        Historikk("tiltak_milepael", "tiltak_historicalmilepael"),
        migrations.RunSQL(SAMME_PLAN, TILBAKE),
    ]
