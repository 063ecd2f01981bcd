"""The history of accounts, and what the database itself refuses about roles: nobody gives themselves one."""

from django.db import migrations

from felles.db.migrasjon import som_vokter

# Log-ins and own choices of language and colour are no part of the account's story: only these columns are.
HISTORIKK = """
CREATE TRIGGER historikk
AFTER INSERT OR DELETE OR UPDATE OF username, navn, tittel, email, is_active, ma_bytte_passord ON brukere_bruker
FOR EACH ROW EXECUTE FUNCTION vern.skriv_historikk('brukere_historicalbruker');
GRANT INSERT ON brukere_historicalbruker TO hp_vokter;
GRANT SELECT ON brukere_historicalbruker TO hp_web, hp_worker;
"""
UTEN_HISTORIKK = """
DROP TRIGGER historikk ON brukere_bruker;
REVOKE ALL ON brukere_historicalbruker FROM hp_vokter, hp_web, hp_worker;
"""

# Without an acting user there is only set-up: the first account, the demo, the tests.
ROLLE_TILLATT = """
CREATE FUNCTION vern.rolle_tillatt() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public AS $$
BEGIN
    IF vern.uid() IS NOT NULL AND (NEW.bruker_id = vern.uid() OR NOT vern.har_rolle('systemansvarlig')) THEN
        RAISE insufficient_privilege USING MESSAGE = 'bare en systemansvarlig gir roller, og aldri til seg selv';
    END IF;
    RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION vern.rolle_tillatt() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.rolle_tillatt() TO hp_owner;
"""
UTLOSER = """
CREATE TRIGGER rolle_tillatt BEFORE INSERT OR UPDATE ON brukere_rolletildeling
FOR EACH ROW EXECUTE FUNCTION vern.rolle_tillatt();
"""


class Migration(migrations.Migration):
    dependencies = [("vern", "0006_logg_vegger"), ("brukere", "0002_kontoer")]
    operations = [
        migrations.RunSQL(HISTORIKK, UTEN_HISTORIKK),
        som_vokter(ROLLE_TILLATT, "DROP FUNCTION vern.rolle_tillatt()"),
        migrations.RunSQL(UTLOSER, "DROP TRIGGER rolle_tillatt ON brukere_rolletildeling"),
    ]
