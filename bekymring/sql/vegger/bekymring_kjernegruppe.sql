-- Everybody logged in reads, the koordinator writes.

GRANT SELECT, INSERT, UPDATE ON bekymring_kjernegruppe TO hp_web;

ALTER TABLE bekymring_kjernegruppe ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY les ON bekymring_kjernegruppe FOR SELECT TO hp_web USING ((SELECT vern.uid()) IS NOT NULL);

CREATE POLICY ny ON bekymring_kjernegruppe FOR INSERT TO hp_web WITH CHECK ((SELECT vern.har_rolle('koordinator')));

CREATE POLICY endre ON bekymring_kjernegruppe FOR UPDATE TO hp_web USING ((SELECT vern.har_rolle('koordinator')));

CREATE TRIGGER historikk AFTER INSERT OR UPDATE OR DELETE ON bekymring_kjernegruppe
FOR EACH ROW EXECUTE FUNCTION vern.skriv_historikk('bekymring_historicalkjernegruppe');

GRANT SELECT ON bekymring_historicalkjernegruppe TO hp_web;
GRANT INSERT ON bekymring_historicalkjernegruppe TO hp_vokter;

ALTER TABLE bekymring_historicalkjernegruppe ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY les ON bekymring_historicalkjernegruppe FOR SELECT TO hp_web
    USING ((SELECT vern.har_rolle('koordinator')));

CREATE POLICY skriv ON bekymring_historicalkjernegruppe FOR INSERT TO hp_vokter WITH CHECK (true);
