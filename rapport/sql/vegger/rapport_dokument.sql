GRANT SELECT ON rapport_dokument TO hp_web;
GRANT INSERT ON rapport_dokument TO hp_worker;

ALTER TABLE rapport_dokument ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY les ON rapport_dokument FOR SELECT TO hp_web
    USING (EXISTS (SELECT FROM rapport_rapport r WHERE r.id = rapport_dokument.rapport_id));

CREATE POLICY lever ON rapport_dokument FOR INSERT TO hp_worker
    WITH CHECK (
        EXISTS (
            SELECT FROM rapport_jobb j
            WHERE j.id = rapport_dokument.jobb_id AND j.rapport_id = rapport_dokument.rapport_id
            AND j.tilstand = 'ferdig' AND j.bestilt_av_id = (SELECT vern.uid())
        )
    );
