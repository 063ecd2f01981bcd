-- Who consents at which age: read by everybody logged in, changed by an upgrade or by the owner.

GRANT SELECT ON bekymring_samtykkeregel TO hp_web, hp_vokter;

ALTER TABLE bekymring_samtykkeregel ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY les ON bekymring_samtykkeregel FOR SELECT TO hp_web USING ((SELECT vern.uid()) IS NOT NULL);

CREATE POLICY vokter ON bekymring_samtykkeregel FOR SELECT TO hp_vokter USING (true);

CREATE TRIGGER grunn AFTER INSERT OR UPDATE OR DELETE ON bekymring_samtykkeregel
FOR EACH ROW EXECUTE FUNCTION vern.grunn_endret();

CREATE TRIGGER historikk AFTER INSERT OR UPDATE OR DELETE ON bekymring_samtykkeregel
FOR EACH ROW EXECUTE FUNCTION vern.skriv_historikk('bekymring_historicalsamtykkeregel');

GRANT SELECT ON bekymring_historicalsamtykkeregel TO hp_web;
GRANT INSERT ON bekymring_historicalsamtykkeregel TO hp_vokter;

ALTER TABLE bekymring_historicalsamtykkeregel ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY les ON bekymring_historicalsamtykkeregel FOR SELECT TO hp_web
    USING ((SELECT vern.har_rolle('koordinator')));

CREATE POLICY skriv ON bekymring_historicalsamtykkeregel FOR INSERT TO hp_vokter WITH CHECK (true);
