GRANT SELECT ON bekymring_hjemmel TO hp_web;

ALTER TABLE bekymring_hjemmel ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY les ON bekymring_hjemmel FOR SELECT TO hp_web USING ((SELECT vern.uid()) IS NOT NULL);

GRANT SELECT, UPDATE (jurist_godkjent) ON bekymring_hjemmel TO hp_vokter;

CREATE POLICY vokter ON bekymring_hjemmel FOR ALL TO hp_vokter USING (true);

CREATE TRIGGER grunn AFTER UPDATE ON bekymring_hjemmel
FOR EACH ROW EXECUTE FUNCTION vern.grunn_endret();

CREATE TRIGGER historikk AFTER INSERT OR UPDATE OR DELETE ON bekymring_hjemmel
FOR EACH ROW EXECUTE FUNCTION vern.skriv_historikk('bekymring_historicalhjemmel');

GRANT SELECT ON bekymring_historicalhjemmel TO hp_web;
GRANT INSERT ON bekymring_historicalhjemmel TO hp_vokter;

ALTER TABLE bekymring_historicalhjemmel ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY les ON bekymring_historicalhjemmel FOR SELECT TO hp_web USING ((SELECT vern.har_rolle('koordinator')));

CREATE POLICY skriv ON bekymring_historicalhjemmel FOR INSERT TO hp_vokter WITH CHECK (true);
