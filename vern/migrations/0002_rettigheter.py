"""Rights on the tables below this room: Django's, allauth's, guardian's and the users'."""

from django.db import migrations

from felles.db.migrasjon import Historikk, Rettigheter

LES = "SELECT"
SKRIV = "SELECT, INSERT, UPDATE, DELETE"


class Migration(migrations.Migration):
    dependencies = [
        ("vern", "0001_kontekst"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("sessions", "0001_initial"),
        ("account", "0009_emailaddress_unique_primary_email"),
        ("guardian", "0003_remove_groupobjectpermission_guardian_gr_content_ae6aec_idx_and_more"),
    ]
    operations = [
        Rettigheter("django_content_type", hp_web=LES, hp_worker=LES),
        Rettigheter("django_migrations", hp_web=LES, hp_worker=LES),
        Rettigheter("django_session", hp_web=SKRIV),
        Rettigheter("auth_permission", hp_web=LES, hp_worker=LES),
        Rettigheter("auth_group", hp_web=LES),
        Rettigheter("auth_group_permissions", hp_web=LES),
        Rettigheter("account_emailaddress", hp_web=LES),
        Rettigheter("guardian_userobjectpermission", hp_web=LES),
        Rettigheter("guardian_groupobjectpermission", hp_web=LES),
        Rettigheter("brukere_bruker", hp_web="SELECT, INSERT, UPDATE", hp_worker=LES),
        Rettigheter("brukere_bruker_groups", hp_web=LES),
        Rettigheter("brukere_bruker_user_permissions", hp_web=LES),
        Rettigheter("brukere_rolletildeling", hp_web="SELECT, INSERT, UPDATE", hp_worker=LES),
        Historikk("brukere_rolletildeling", "brukere_historicalrolletildeling"),
    ]
