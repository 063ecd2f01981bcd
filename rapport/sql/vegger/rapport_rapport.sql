GRANT SELECT, INSERT, UPDATE (tilstand, godkjent, publisert, godkjent_av_id, publisert_av_id) ON rapport_rapport TO
    hp_web;
GRANT SELECT ON rapport_rapport TO hp_worker;

ALTER TABLE rapport_rapport ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY les ON rapport_rapport FOR SELECT TO hp_web, hp_worker
    USING (
        ((SELECT vern.har_rolle('koordinator')) OR (SELECT vern.har_rolle('radmann')))
        OR (tilstand = 'publisert' AND (SELECT vern.uid()) IS NOT NULL)
    );

CREATE POLICY ny ON rapport_rapport FOR INSERT TO hp_web
    WITH CHECK (
        ((SELECT vern.har_rolle('koordinator')) OR (SELECT vern.har_rolle('radmann')))
        AND bestilt_av_id = (SELECT vern.uid()) AND tilstand = 'utkast'
    );

CREATE POLICY endre ON rapport_rapport FOR UPDATE TO hp_web
    USING (((SELECT vern.har_rolle('koordinator')) OR (SELECT vern.har_rolle('radmann'))));

CREATE TRIGGER historikk AFTER INSERT OR UPDATE OR DELETE ON rapport_rapport
FOR EACH ROW EXECUTE FUNCTION vern.skriv_historikk('rapport_historicalrapport');

GRANT INSERT ON rapport_historicalrapport TO hp_vokter;
