-- What somebody is told of a case they may have lost: their own row. Only the database writes it.

GRANT SELECT, UPDATE (lest) ON bekymring_beskjed TO hp_web;
GRANT SELECT, INSERT, UPDATE (sendt) ON bekymring_beskjed TO hp_vokter;

ALTER TABLE bekymring_beskjed ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY egne ON bekymring_beskjed FOR SELECT TO hp_web USING (bruker_id = (SELECT vern.uid()));

CREATE POLICY lest ON bekymring_beskjed FOR UPDATE TO hp_web USING (bruker_id = (SELECT vern.uid()));

CREATE POLICY vokter ON bekymring_beskjed FOR ALL TO hp_vokter USING (true);
