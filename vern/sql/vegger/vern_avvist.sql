-- Refusals come by the log's own login, on its own connection, and by nobody else.

GRANT INSERT ON vern_avvist TO hp_logg;
GRANT SELECT ON vern_avvist TO hp_innsyn, hp_vokter;

ALTER TABLE vern_avvist ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY vokter ON vern_avvist FOR ALL TO hp_vokter USING (true);

CREATE POLICY les ON vern_avvist FOR SELECT TO hp_innsyn USING (true);

CREATE POLICY ny ON vern_avvist FOR INSERT TO hp_logg WITH CHECK (true);

CREATE POLICY forsegl ON vern_avvist FOR SELECT TO hp_vokter USING (true);

CREATE POLICY forsegl_xid ON vern_avvist AS RESTRICTIVE FOR INSERT TO hp_logg
    WITH CHECK (xid = pg_current_xact_id()::text::bigint);

INSERT INTO vern.kilde (tabell, nokkel, kolonner, klokke) VALUES
    ('vern_avvist', 'id', 'tid, bruker, referanse, side, metode', 'tid');
