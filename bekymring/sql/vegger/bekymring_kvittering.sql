GRANT SELECT, INSERT ON bekymring_kvittering TO hp_web;

ALTER TABLE bekymring_kvittering ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY les ON bekymring_kvittering FOR SELECT TO hp_web USING (bruker_id = (SELECT vern.uid()));

CREATE POLICY ny ON bekymring_kvittering FOR INSERT TO hp_web
    WITH CHECK (
        bruker_id = (SELECT vern.uid())
        AND EXISTS (SELECT FROM bekymring_tilgang t WHERE t.sak_id = bekymring_kvittering.sak_id AND t.rett = 'egne')
    );

CREATE POLICY sperre ON bekymring_kvittering AS RESTRICTIVE FOR SELECT TO hp_web
    USING (
        NOT EXISTS (
            SELECT FROM bekymring_sperre s
            WHERE s.sak_id = bekymring_kvittering.sak_id AND s.bruker_id = (SELECT vern.uid())
            AND vern.varer(s.til)
        )
    );
