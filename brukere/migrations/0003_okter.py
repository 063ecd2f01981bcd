"""Sessions say whose they are, so that they can be seen and ended; Django's own table is closed."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from felles.db.migrasjon import Rettigheter

SKRIV = "SELECT, INSERT, UPDATE, DELETE"


class Migration(migrations.Migration):
    dependencies = [
        ("brukere", "0002_kontoer"),
        ("vern", "0007_kontoer"),
    ]

    operations = [
        migrations.CreateModel(
            name="Okt",
            fields=[
                (
                    "session_key",
                    models.CharField(max_length=40, primary_key=True, serialize=False, verbose_name="session key"),
                ),
                ("session_data", models.TextField(verbose_name="session data")),
                ("expire_date", models.DateTimeField(db_index=True, verbose_name="expire date")),
                ("merke", models.UUIDField(null=True, verbose_name="merke")),
                ("nettleser", models.CharField(blank=True, max_length=40, verbose_name="nettleser")),
                ("startet", models.DateTimeField(null=True, verbose_name="startet")),
                ("sist", models.DateTimeField(null=True, verbose_name="sist brukt")),
                (
                    "bruker",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="okter",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="bruker",
                    ),
                ),
            ],
            options={
                "verbose_name": "økt",
                "verbose_name_plural": "økter",
                "abstract": False,
                "default_permissions": (),
            },
        ),
        Rettigheter("brukere_okt", hp_web=SKRIV),
        migrations.RunSQL("REVOKE ALL ON django_session FROM hp_web", f"GRANT {SKRIV} ON django_session TO hp_web"),
    ]
