"""The database too refuses that anyone but a systemansvarlig says where people work, and that one places oneself."""

from django.db import migrations

from felles.db.migrasjon import som_vokter

TILLATT = """
CREATE FUNCTION vern.tilknytning_tillatt() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public AS $$
BEGIN
    IF vern.uid() IS NOT NULL AND (NEW.bruker_id = vern.uid() OR NOT vern.har_rolle('systemansvarlig')) THEN
        RAISE insufficient_privilege USING MESSAGE = 'bare en systemansvarlig gir arbeidssted, og aldri til seg selv';
    END IF;
    RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION vern.tilknytning_tillatt() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.tilknytning_tillatt() TO hp_owner;
"""
UTLOSER = """
CREATE TRIGGER tilknytning_tillatt BEFORE INSERT OR UPDATE ON samarbeid_tilknytning
FOR EACH ROW EXECUTE FUNCTION vern.tilknytning_tillatt();
"""


class Migration(migrations.Migration):
    dependencies = [("samarbeid", "0007_tilknytning_skjema")]
    operations = [
        som_vokter(TILLATT, "DROP FUNCTION vern.tilknytning_tillatt()"),
        migrations.RunSQL(UTLOSER, "DROP TRIGGER tilknytning_tillatt ON samarbeid_tilknytning"),
    ]
