-- A draft is its writer's, and nobody else's.

GRANT SELECT, INSERT, UPDATE, DELETE ON bekymring_utkast TO hp_web;

ALTER TABLE bekymring_utkast ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY les ON bekymring_utkast FOR SELECT TO hp_web USING (bruker_id = (SELECT vern.uid()));

CREATE POLICY ny ON bekymring_utkast FOR INSERT TO hp_web WITH CHECK (bruker_id = (SELECT vern.uid()));

CREATE POLICY endre ON bekymring_utkast FOR UPDATE TO hp_web USING (bruker_id = (SELECT vern.uid()));

CREATE POLICY slett ON bekymring_utkast FOR DELETE TO hp_web USING (bruker_id = (SELECT vern.uid()));
