-- The quarterly review of access: signed by who leads the case, for the quarter that runs.

GRANT SELECT, INSERT ON bekymring_tilgangsgjennomgang TO hp_web;
GRANT SELECT ON bekymring_tilgangsgjennomgang TO hp_vokter;

ALTER TABLE bekymring_tilgangsgjennomgang ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY les ON bekymring_tilgangsgjennomgang FOR SELECT TO hp_web
    USING (
        EXISTS (
            SELECT FROM bekymring_tilgang t
            WHERE t.sak_id = bekymring_tilgangsgjennomgang.sak_id AND t.rett = 'led'
        )
    );

CREATE POLICY ny ON bekymring_tilgangsgjennomgang FOR INSERT TO hp_web
    WITH CHECK (
        av_id = (SELECT vern.uid())
        AND EXISTS (
            SELECT FROM bekymring_tilgang t
            WHERE t.sak_id = bekymring_tilgangsgjennomgang.sak_id AND t.rett = 'led'
        )
        AND kvartal = date_trunc('quarter', vern.idag())::date
    );

CREATE POLICY vokter ON bekymring_tilgangsgjennomgang FOR ALL TO hp_vokter USING (true);
