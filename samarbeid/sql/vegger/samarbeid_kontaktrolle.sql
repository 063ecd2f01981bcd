-- Contacts are for roles.

GRANT SELECT, INSERT, UPDATE ON samarbeid_kontaktrolle TO hp_web;
GRANT SELECT, UPDATE (versjon, navn, telefon, epost, slettet_dato) ON samarbeid_kontaktrolle TO hp_worker;

ALTER TABLE samarbeid_kontaktrolle ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY les ON samarbeid_kontaktrolle FOR SELECT TO hp_web USING ((SELECT vern.har_noen_rolle()));

CREATE POLICY skriv ON samarbeid_kontaktrolle FOR INSERT TO hp_web
    WITH CHECK ((SELECT vern.har_rolle('koordinator')));

CREATE POLICY endre ON samarbeid_kontaktrolle FOR UPDATE TO hp_web USING ((SELECT vern.har_rolle('koordinator')));

CREATE POLICY forfalt ON samarbeid_kontaktrolle FOR SELECT TO hp_worker USING (slettes_dato <= vern.idag());

CREATE POLICY slett ON samarbeid_kontaktrolle FOR UPDATE TO hp_worker
    USING (slettes_dato <= vern.idag())
    WITH CHECK (slettet_dato IS NOT NULL);

CREATE TRIGGER historikk AFTER INSERT OR UPDATE OR DELETE ON samarbeid_kontaktrolle
FOR EACH ROW EXECUTE FUNCTION vern.skriv_historikk('samarbeid_historicalkontaktrolle');

CREATE TRIGGER navn_tillatt BEFORE INSERT OR UPDATE ON samarbeid_kontaktrolle
FOR EACH ROW EXECUTE FUNCTION vern.kontakt_navn_tillatt();

GRANT SELECT ON samarbeid_historicalkontaktrolle TO hp_web, hp_worker;
GRANT INSERT ON samarbeid_historicalkontaktrolle TO hp_vokter;
