-- What jurists have said of the laws, and who wrote it down. Read by everybody logged in who meets the laws; written by
-- the personvernombud and the leader, unconfirmed; confirmed and ended by vern.bekreft_hjemmel and vern.ta_ut_hjemmel.
GRANT SELECT, INSERT ON bekymring_hjemmelgodkjenning TO hp_web;
GRANT SELECT, UPDATE (bekreftet_av_id, bekreftet, avsluttet_av_id, avsluttet) ON bekymring_hjemmelgodkjenning
TO hp_vokter;

ALTER TABLE bekymring_hjemmelgodkjenning ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY les ON bekymring_hjemmelgodkjenning FOR SELECT TO hp_web USING ((SELECT vern.uid()) IS NOT NULL);

CREATE POLICY ny ON bekymring_hjemmelgodkjenning FOR INSERT TO hp_web
    WITH CHECK (
        registrert_av_id = (SELECT vern.uid()) AND bekreftet_av_id IS NULL AND bekreftet IS NULL AND avsluttet IS NULL
        AND ((SELECT vern.har_rolle('personvernombud')) OR (SELECT vern.har_rolle('radmann')))
    );

CREATE POLICY vokter ON bekymring_hjemmelgodkjenning FOR ALL TO hp_vokter USING (true);

CREATE TRIGGER historikk AFTER INSERT OR UPDATE OR DELETE ON bekymring_hjemmelgodkjenning
FOR EACH ROW EXECUTE FUNCTION vern.skriv_historikk('bekymring_historicalhjemmelgodkjenning');

GRANT SELECT ON bekymring_historicalhjemmelgodkjenning TO hp_web;
GRANT INSERT ON bekymring_historicalhjemmelgodkjenning TO hp_vokter;

ALTER TABLE bekymring_historicalhjemmelgodkjenning ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY les ON bekymring_historicalhjemmelgodkjenning FOR SELECT TO hp_web
    USING ((SELECT vern.har_rolle('personvernombud')) OR (SELECT vern.har_rolle('radmann')));

CREATE POLICY skriv ON bekymring_historicalhjemmelgodkjenning FOR INSERT TO hp_vokter WITH CHECK (true);
