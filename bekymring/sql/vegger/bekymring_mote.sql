GRANT SELECT, INSERT ON bekymring_mote TO hp_web;

ALTER TABLE bekymring_mote ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY les ON bekymring_mote FOR SELECT TO hp_web
    USING (
        (SELECT vern.har_rolle('koordinator'))
        OR EXISTS (
            SELECT FROM bekymring_medlemskap m
            WHERE m.gruppe_id = bekymring_mote.gruppe_id AND m.bruker_id = (SELECT vern.uid())
            AND vern.gjelder(m.fra, m.til)
        )
    );

CREATE POLICY ny ON bekymring_mote FOR INSERT TO hp_web
    WITH CHECK (
        innkalt_av_id = (SELECT vern.uid())
        AND (
            (SELECT vern.har_rolle('koordinator'))
            OR EXISTS (
                SELECT FROM bekymring_medlemskap m
                WHERE m.gruppe_id = bekymring_mote.gruppe_id AND m.bruker_id = (SELECT vern.uid())
                AND vern.gjelder(m.fra, m.til) AND m.rolle = 'leder'
            )
        )
    );

CREATE TRIGGER historikk AFTER INSERT OR UPDATE OR DELETE ON bekymring_mote
FOR EACH ROW EXECUTE FUNCTION vern.skriv_historikk('bekymring_historicalmote');

GRANT SELECT ON bekymring_historicalmote TO hp_web;
GRANT INSERT ON bekymring_historicalmote TO hp_vokter;

ALTER TABLE bekymring_historicalmote ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY les ON bekymring_historicalmote FOR SELECT TO hp_web
    USING (
        (SELECT vern.har_rolle('koordinator'))
        OR EXISTS (
            SELECT FROM bekymring_medlemskap m
            WHERE m.gruppe_id = bekymring_historicalmote.gruppe_id AND m.bruker_id = (SELECT vern.uid())
            AND vern.gjelder(m.fra, m.til)
        )
    );

CREATE POLICY skriv ON bekymring_historicalmote FOR INSERT TO hp_vokter WITH CHECK (true);
