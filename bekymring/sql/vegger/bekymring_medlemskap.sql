-- Everybody logged in reads, the koordinator writes. What rests on the place ends with it.

GRANT SELECT, INSERT, UPDATE ON bekymring_medlemskap TO hp_web;
GRANT SELECT ON bekymring_medlemskap TO hp_vokter;

ALTER TABLE bekymring_medlemskap ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY les ON bekymring_medlemskap FOR SELECT TO hp_web USING ((SELECT vern.uid()) IS NOT NULL);

CREATE POLICY ny ON bekymring_medlemskap FOR INSERT TO hp_web WITH CHECK ((SELECT vern.har_rolle('koordinator')));

CREATE POLICY endre ON bekymring_medlemskap FOR UPDATE TO hp_web USING ((SELECT vern.har_rolle('koordinator')));

CREATE POLICY vokter ON bekymring_medlemskap FOR SELECT TO hp_vokter USING (true);

CREATE TRIGGER historikk AFTER INSERT OR UPDATE OR DELETE ON bekymring_medlemskap
FOR EACH ROW EXECUTE FUNCTION vern.skriv_historikk('bekymring_historicalmedlemskap');

CREATE TRIGGER slutt AFTER UPDATE OR DELETE ON bekymring_medlemskap
FOR EACH ROW EXECUTE FUNCTION vern.medlemskap_slutter();

GRANT SELECT ON bekymring_historicalmedlemskap TO hp_web;
GRANT INSERT ON bekymring_historicalmedlemskap TO hp_vokter;

ALTER TABLE bekymring_historicalmedlemskap ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY les ON bekymring_historicalmedlemskap FOR SELECT TO hp_web
    USING ((SELECT vern.har_rolle('koordinator')));

CREATE POLICY skriv ON bekymring_historicalmedlemskap FOR INSERT TO hp_vokter WITH CHECK (true);
