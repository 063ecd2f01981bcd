GRANT SELECT, INSERT ON bekymring_kontakt TO hp_web;

ALTER TABLE bekymring_kontakt ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY les ON bekymring_kontakt FOR SELECT TO hp_web
    USING (
        EXISTS (
            SELECT FROM bekymring_tilgang t
            WHERE t.sak_id = bekymring_kontakt.sak_id AND t.rett = 'les' AND t.sone = bekymring_kontakt.sone
        )
    );

CREATE POLICY ny ON bekymring_kontakt FOR INSERT TO hp_web
    WITH CHECK (
        av_id = (SELECT vern.uid())
        AND EXISTS (
            SELECT FROM bekymring_tilgang t
            WHERE t.sak_id = bekymring_kontakt.sak_id AND t.rett = 'skriv' AND t.sone = bekymring_kontakt.sone
        )
    );
