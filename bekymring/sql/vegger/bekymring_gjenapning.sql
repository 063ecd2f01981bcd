-- Written by functions only. Seen by the two roles that open a closed case together, and by the reader; never by one
-- who is barred from the case.

GRANT SELECT ON bekymring_gjenapning TO hp_web;
GRANT SELECT, INSERT, UPDATE ON bekymring_gjenapning TO hp_vokter;

ALTER TABLE bekymring_gjenapning ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY les ON bekymring_gjenapning FOR SELECT TO hp_web
    USING (
        leser_id = (SELECT vern.uid())
        OR (SELECT vern.har_rolle('koordinator'))
        OR (SELECT vern.har_rolle('personvernombud'))
    );

CREATE POLICY sperre ON bekymring_gjenapning AS RESTRICTIVE FOR SELECT TO hp_web
    USING (
        NOT EXISTS (
            SELECT FROM bekymring_sperre s
            WHERE s.sak_id = bekymring_gjenapning.sak_id AND s.bruker_id = (SELECT vern.uid())
            AND vern.varer(s.til)
        )
    );

CREATE POLICY vokter ON bekymring_gjenapning FOR ALL TO hp_vokter USING (true);

CREATE TRIGGER historikk AFTER INSERT OR UPDATE OR DELETE ON bekymring_gjenapning
FOR EACH ROW EXECUTE FUNCTION vern.skriv_historikk('bekymring_historicalgjenapning');

GRANT SELECT (id, nummer, formal, soner, dager, bedt, avgjort, fra, til, avsluttet, history_id, history_date,
    history_type, avgjort_av_id, avsluttet_av_id, bedt_av_id, history_user_id, leser_id, sak_id, xid), INSERT ON
    bekymring_historicalgjenapning TO hp_vokter;

ALTER TABLE bekymring_historicalgjenapning ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY skriv ON bekymring_historicalgjenapning FOR INSERT TO hp_vokter WITH CHECK (true);

CREATE POLICY forsegl ON bekymring_historicalgjenapning FOR SELECT TO hp_vokter USING (true);

INSERT INTO vern.kilde (tabell, nokkel, kolonner, klokke) VALUES
    (
        'bekymring_historicalgjenapning',
        'history_id',
        'history_date, history_type, history_user_id, id, sak_id, nummer, formal, soner, leser_id, dager, bedt_av_id, '
        'bedt, avgjort_av_id, avgjort, fra, til, avsluttet, avsluttet_av_id',
        'history_date'
    );
