-- Figures, suppressed before they are written here. The worker cannot read an event or a case; it asks
-- vern.tell_saker.

GRANT SELECT ON bekymring_tall TO hp_web;
GRANT SELECT, INSERT ON bekymring_tall TO hp_worker;

ALTER TABLE bekymring_tall ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY les ON bekymring_tall FOR SELECT TO hp_web USING ((SELECT vern.uid()) IS NOT NULL);

CREATE POLICY ko ON bekymring_tall FOR SELECT TO hp_worker USING (true);

CREATE POLICY publiser ON bekymring_tall FOR INSERT TO hp_worker WITH CHECK (true);
