"""Rights, history, and the two walls of the registry: contacts are for roles, faith communities have no names."""

from django.db import migrations

from felles.db.migrasjon import Historikk, Rettigheter, som_vokter

SKRIV = "SELECT, INSERT, UPDATE"
TABELLER = ("avtale", "forum", "forummedlem", "mote", "motedeltakelse", "oppfolgingspunkt", "kurs", "kursdeltakelse")

HAR_NOEN_ROLLE = """
CREATE FUNCTION vern.har_noen_rolle() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public AS $$
    SELECT EXISTS (
        SELECT FROM public.brukere_rolletildeling r
        WHERE r.bruker_id = vern.uid() AND r.fra <= now() AND (r.til IS NULL OR r.til > now())
    )
$$;
REVOKE ALL ON FUNCTION vern.har_noen_rolle() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.har_noen_rolle() TO hp_web, hp_worker, hp_stat;
"""

# R60: never a name in a faith community; in a voluntary organisation only with the person's own yes.
NAVN_TILLATT = """
CREATE FUNCTION vern.kontakt_navn_tillatt() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE
    aktortype text;
BEGIN
    SELECT a.type INTO aktortype FROM public.samarbeid_aktor a WHERE a.id = NEW.aktor_id;
    IF NEW.navn <> '' AND aktortype = 'trossamfunn' THEN
        RAISE check_violation USING MESSAGE = 'kontakt i trossamfunn kan ikke ha navn', CONSTRAINT = 'kontakt_uten_navn';
    END IF;
    IF NEW.navn <> '' AND aktortype IN ('frivillig', 'annet') AND NEW.samtykke_dato IS NULL THEN
        RAISE check_violation USING MESSAGE = 'navn trenger samtykke', CONSTRAINT = 'kontakt_navn_med_samtykke';
    END IF;
    RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION vern.kontakt_navn_tillatt() FROM PUBLIC;
CREATE TRIGGER navn_tillatt BEFORE INSERT OR UPDATE ON samarbeid_kontaktrolle
    FOR EACH ROW EXECUTE FUNCTION vern.kontakt_navn_tillatt();
"""

# The other way round: a partner with named contacts cannot become a faith community.
TYPE_TILLATT = """
CREATE FUNCTION vern.aktor_type_tillatt() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
    IF NEW.type = 'trossamfunn' AND EXISTS (
        SELECT FROM public.samarbeid_kontaktrolle k WHERE k.aktor_id = NEW.id AND k.navn <> ''
    ) THEN
        RAISE check_violation USING MESSAGE = 'aktøren har kontakter med navn', CONSTRAINT = 'aktor_type_uten_navn';
    END IF;
    RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION vern.aktor_type_tillatt() FROM PUBLIC;
CREATE TRIGGER type_tillatt BEFORE UPDATE OF type ON samarbeid_aktor
    FOR EACH ROW WHEN (NEW.type IS DISTINCT FROM OLD.type) EXECUTE FUNCTION vern.aktor_type_tillatt();
"""

VEGG = """
ALTER TABLE samarbeid_kontaktrolle ENABLE ROW LEVEL SECURITY;
ALTER TABLE samarbeid_kontaktrolle FORCE ROW LEVEL SECURITY;
CREATE POLICY les ON samarbeid_kontaktrolle FOR SELECT TO hp_web USING ((SELECT vern.har_noen_rolle()));
CREATE POLICY skriv ON samarbeid_kontaktrolle FOR INSERT TO hp_web
    WITH CHECK ((SELECT vern.har_rolle('koordinator')));
CREATE POLICY endre ON samarbeid_kontaktrolle FOR UPDATE TO hp_web
    USING ((SELECT vern.har_rolle('koordinator')));
CREATE POLICY forfalt ON samarbeid_kontaktrolle FOR SELECT TO hp_worker USING (slettes_dato <= current_date);
CREATE POLICY slett ON samarbeid_kontaktrolle FOR UPDATE TO hp_worker
    USING (slettes_dato <= current_date) WITH CHECK (slettet_dato IS NOT NULL);
"""
UTEN_VEGG = """
DROP POLICY les ON samarbeid_kontaktrolle;
DROP POLICY skriv ON samarbeid_kontaktrolle;
DROP POLICY endre ON samarbeid_kontaktrolle;
DROP POLICY forfalt ON samarbeid_kontaktrolle;
DROP POLICY slett ON samarbeid_kontaktrolle;
ALTER TABLE samarbeid_kontaktrolle NO FORCE ROW LEVEL SECURITY;
ALTER TABLE samarbeid_kontaktrolle DISABLE ROW LEVEL SECURITY;
"""


class Migration(migrations.Migration):
    dependencies = [("samarbeid", "0005_register")]
    operations = [
        *[Rettigheter(f"samarbeid_{tabell}", hp_web=SKRIV, hp_worker="SELECT") for tabell in TABELLER],
        *[Historikk(f"samarbeid_{tabell}", f"samarbeid_historical{tabell}") for tabell in TABELLER],
        Rettigheter(
            "samarbeid_kontaktrolle",
            hp_web=SKRIV,
            hp_worker="SELECT, UPDATE (navn, telefon, epost, slettet_dato, versjon)",
        ),
        Historikk("samarbeid_kontaktrolle", "samarbeid_historicalkontaktrolle"),
        som_vokter(HAR_NOEN_ROLLE, "DROP FUNCTION vern.har_noen_rolle()"),
        migrations.RunSQL(
            NAVN_TILLATT,
            "DROP TRIGGER navn_tillatt ON samarbeid_kontaktrolle; DROP FUNCTION vern.kontakt_navn_tillatt()",
        ),
        migrations.RunSQL(
            TYPE_TILLATT, "DROP TRIGGER type_tillatt ON samarbeid_aktor; DROP FUNCTION vern.aktor_type_tillatt()"
        ),
        migrations.RunSQL(VEGG, UTEN_VEGG),
    ]
