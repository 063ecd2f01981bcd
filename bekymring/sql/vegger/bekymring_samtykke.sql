GRANT SELECT, INSERT, UPDATE (trukket, trukket_av_id, avlost, avlosning, feil) ON bekymring_samtykke TO hp_web;

ALTER TABLE bekymring_samtykke ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY les ON bekymring_samtykke FOR SELECT TO hp_web
    USING (
        EXISTS (
            SELECT FROM bekymring_tilgang t
            WHERE t.sak_id = bekymring_samtykke.sak_id AND t.rett = 'les' AND t.sone = bekymring_samtykke.sone
        )
    );

CREATE POLICY ny ON bekymring_samtykke FOR INSERT TO hp_web
    WITH CHECK (
        registrert_av_id = (SELECT vern.uid())
        AND EXISTS (
            SELECT FROM bekymring_tilgang t
            WHERE t.sak_id = bekymring_samtykke.sak_id AND t.rett = 'skriv' AND t.sone = bekymring_samtykke.sone
        )
    );

CREATE POLICY endre ON bekymring_samtykke FOR UPDATE TO hp_web
    USING (
        EXISTS (
            SELECT FROM bekymring_tilgang t
            WHERE t.sak_id = bekymring_samtykke.sak_id AND t.rett = 'skriv' AND t.sone = bekymring_samtykke.sone
        )
    );

GRANT SELECT ON bekymring_samtykke TO hp_vokter;

CREATE POLICY vokter ON bekymring_samtykke FOR SELECT TO hp_vokter USING (true);

CREATE TRIGGER ikke_tilbake BEFORE UPDATE ON bekymring_samtykke
FOR EACH ROW WHEN (current_user = 'hp_web') EXECUTE FUNCTION vern.ikke_tilbake();

CREATE TRIGGER grunn AFTER UPDATE OF trukket, avlost ON bekymring_samtykke
FOR EACH ROW EXECUTE FUNCTION vern.grunn_endret();

CREATE TRIGGER historikk AFTER INSERT OR UPDATE OR DELETE ON bekymring_samtykke
FOR EACH ROW EXECUTE FUNCTION vern.skriv_historikk('bekymring_historicalsamtykke');

GRANT SELECT ON bekymring_historicalsamtykke TO hp_web;
GRANT INSERT ON bekymring_historicalsamtykke TO hp_vokter;

ALTER TABLE bekymring_historicalsamtykke ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY les ON bekymring_historicalsamtykke FOR SELECT TO hp_web
    USING (
        EXISTS (
            SELECT FROM bekymring_tilgang t
            WHERE t.sak_id = bekymring_historicalsamtykke.sak_id AND t.rett = 'les'
            AND t.sone = bekymring_historicalsamtykke.sone
        )
    );

CREATE POLICY skriv ON bekymring_historicalsamtykke FOR INSERT TO hp_vokter WITH CHECK (true);
