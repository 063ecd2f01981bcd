GRANT SELECT, INSERT, UPDATE (gjort, gjort_av_id, overlatt, overlatt_av_id, overlatt_til_id, overlatt_frist) ON
    bekymring_oppgave TO hp_web;

ALTER TABLE bekymring_oppgave ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY les ON bekymring_oppgave FOR SELECT TO hp_web
    USING (
        EXISTS (
            SELECT FROM bekymring_tilgang t
            WHERE t.sak_id = bekymring_oppgave.sak_id AND t.rett = 'les' AND t.sone = bekymring_oppgave.sone
        )
    );

CREATE POLICY ny ON bekymring_oppgave FOR INSERT TO hp_web
    WITH CHECK (
        EXISTS (
            SELECT FROM bekymring_tilgang t
            WHERE t.sak_id = bekymring_oppgave.sak_id AND t.rett = 'skriv' AND t.sone = bekymring_oppgave.sone
        )
    );

CREATE POLICY endre ON bekymring_oppgave FOR UPDATE TO hp_web
    USING (
        EXISTS (
            SELECT FROM bekymring_tilgang t
            WHERE t.sak_id = bekymring_oppgave.sak_id AND t.rett = 'skriv' AND t.sone = bekymring_oppgave.sone
        )
    );

GRANT SELECT (id, sak_id, ansvarlig_id, gjort, overlatt) ON bekymring_oppgave TO hp_vokter;

CREATE POLICY vokter ON bekymring_oppgave FOR SELECT TO hp_vokter USING (true);

CREATE TRIGGER historikk AFTER INSERT OR UPDATE OR DELETE ON bekymring_oppgave
FOR EACH ROW EXECUTE FUNCTION vern.skriv_historikk('bekymring_historicaloppgave');

GRANT SELECT ON bekymring_historicaloppgave TO hp_web;
GRANT INSERT ON bekymring_historicaloppgave TO hp_vokter;

ALTER TABLE bekymring_historicaloppgave ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY les ON bekymring_historicaloppgave FOR SELECT TO hp_web
    USING (
        EXISTS (
            SELECT FROM bekymring_tilgang t
            WHERE t.sak_id = bekymring_historicaloppgave.sak_id AND t.rett = 'les'
            AND t.sone = bekymring_historicaloppgave.sone
        )
    );

CREATE POLICY skriv ON bekymring_historicaloppgave FOR INSERT TO hp_vokter WITH CHECK (true);
