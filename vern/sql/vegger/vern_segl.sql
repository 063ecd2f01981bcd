-- Seals are added, never changed.

GRANT SELECT ON vern_segl TO hp_innsyn;
GRANT SELECT, INSERT ON vern_segl TO hp_vokter;

ALTER TABLE vern_segl ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY vokter ON vern_segl FOR ALL TO hp_vokter USING (true);

CREATE POLICY les ON vern_segl FOR SELECT TO hp_innsyn USING (true);
