GRANT SELECT, INSERT, UPDATE, DELETE ON tiltak_statusutkast TO hp_web;
GRANT SELECT, DELETE ON tiltak_statusutkast TO hp_worker;

ALTER TABLE tiltak_statusutkast ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY les_egne ON tiltak_statusutkast FOR SELECT TO hp_web USING (bruker_id = (SELECT vern.uid()));

CREATE POLICY skriv_egne ON tiltak_statusutkast FOR INSERT TO hp_web WITH CHECK (bruker_id = (SELECT vern.uid()));

CREATE POLICY endre_egne ON tiltak_statusutkast FOR UPDATE TO hp_web USING (bruker_id = (SELECT vern.uid()));

CREATE POLICY slett_egne ON tiltak_statusutkast FOR DELETE TO hp_web USING (bruker_id = (SELECT vern.uid()));

CREATE POLICY se_utgatte ON tiltak_statusutkast FOR SELECT TO hp_worker USING (endret < now() - interval '14 days');

CREATE POLICY slett_utgatte ON tiltak_statusutkast FOR DELETE TO hp_worker
    USING (endret < now() - interval '14 days');
