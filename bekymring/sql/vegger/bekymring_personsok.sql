-- Is this person already in one of my cases? Each asking is a sealed row, written by vern.start_personsok.

GRANT SELECT, INSERT ON bekymring_personsok TO hp_vokter;

ALTER TABLE bekymring_personsok ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY vokter ON bekymring_personsok FOR ALL TO hp_vokter USING (true);

CREATE POLICY forsegl ON bekymring_personsok FOR SELECT TO hp_vokter USING (true);

INSERT INTO vern.kilde (tabell, nokkel, kolonner, klokke) VALUES
    ('bekymring_personsok', 'id', 'tid, bruker, formal, saker', 'tid');
