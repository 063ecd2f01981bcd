GRANT SELECT, INSERT ON bekymring_konklusjon TO hp_web;

ALTER TABLE bekymring_konklusjon ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY les ON bekymring_konklusjon FOR SELECT TO hp_web
    USING (
        EXISTS (
            SELECT FROM bekymring_tilgang t
            WHERE t.sak_id = bekymring_konklusjon.sak_id AND t.rett = 'les' AND t.sone = bekymring_konklusjon.sone
        )
    );

CREATE POLICY ny ON bekymring_konklusjon FOR INSERT TO hp_web
    WITH CHECK (
        av_id = (SELECT vern.uid())
        AND EXISTS (
            SELECT FROM bekymring_tilgang t
            WHERE t.sak_id = bekymring_konklusjon.sak_id AND t.rett = 'skriv' AND t.sone = bekymring_konklusjon.sone
        )
    );

GRANT SELECT (id, sak_id, post_id, type, ansvarlig_id, tid) ON bekymring_konklusjon TO hp_vokter;

CREATE POLICY vokter ON bekymring_konklusjon FOR SELECT TO hp_vokter USING (true);
