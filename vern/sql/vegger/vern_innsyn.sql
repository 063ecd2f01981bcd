-- The read log stands behind the same kind of wall as the cases, so that a stray grant would still show nothing.

GRANT SELECT ON vern_innsyn TO hp_innsyn;
GRANT SELECT, INSERT ON vern_innsyn TO hp_vokter;

ALTER TABLE vern_innsyn ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY vokter ON vern_innsyn FOR ALL TO hp_vokter USING (true);

CREATE POLICY les ON vern_innsyn FOR SELECT TO hp_innsyn USING (true);

CREATE POLICY forsegl ON vern_innsyn FOR SELECT TO hp_vokter USING (true);

INSERT INTO vern.kilde (tabell, nokkel, kolonner, klokke) VALUES
    ('vern_innsyn', 'id', 'tid, bruker, roller, saker, utsnitt, soner, grunnlag', 'tid');
