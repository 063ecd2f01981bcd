-- Break-glass is given, decided, ended and reviewed by functions only. Seen by the one it is, the personvernombud, who
-- leads the case, and the koordinator who is to decide.

GRANT SELECT ON bekymring_nodtilgang TO hp_web;
GRANT SELECT, INSERT, UPDATE ON bekymring_nodtilgang TO hp_vokter;

ALTER TABLE bekymring_nodtilgang ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY les ON bekymring_nodtilgang FOR SELECT TO hp_web
    USING (
        bruker_id = (SELECT vern.uid())
        OR (SELECT vern.har_rolle('personvernombud'))
        OR krever_to AND (SELECT vern.har_rolle('koordinator'))
        OR EXISTS (SELECT FROM bekymring_tilgang t WHERE t.sak_id = bekymring_nodtilgang.sak_id AND t.rett = 'led')
    );

CREATE POLICY sperre ON bekymring_nodtilgang AS RESTRICTIVE FOR SELECT TO hp_web
    USING (
        NOT EXISTS (
            SELECT FROM bekymring_sperre s
            WHERE s.sak_id = bekymring_nodtilgang.sak_id AND s.bruker_id = (SELECT vern.uid())
            AND vern.varer(s.til)
        )
    );

CREATE POLICY forseglet ON bekymring_nodtilgang AS RESTRICTIVE FOR SELECT TO hp_web
    USING (NOT vern.er_forseglet(sak_id));

CREATE POLICY vokter ON bekymring_nodtilgang FOR ALL TO hp_vokter USING (true);

CREATE CONSTRAINT TRIGGER begrunnet AFTER INSERT ON bekymring_nodtilgang DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW EXECUTE FUNCTION vern.nodtilgang_begrunnet();

CREATE TRIGGER historikk AFTER INSERT OR UPDATE OR DELETE ON bekymring_nodtilgang
FOR EACH ROW EXECUTE FUNCTION vern.skriv_historikk('bekymring_historicalnodtilgang');

GRANT SELECT (id, nummer, grunnlag, sokt, krever_to, avslatt, fra, til, vurdert, konklusjon, history_id,
    history_date, history_type, avgjort_av_id, bruker_id, history_user_id, sak_id, vurdert_av_id, xid), INSERT ON
    bekymring_historicalnodtilgang TO hp_vokter;

ALTER TABLE bekymring_historicalnodtilgang ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY skriv ON bekymring_historicalnodtilgang FOR INSERT TO hp_vokter WITH CHECK (true);

CREATE POLICY forsegl ON bekymring_historicalnodtilgang FOR SELECT TO hp_vokter USING (true);

INSERT INTO vern.kilde (tabell, nokkel, kolonner, klokke) VALUES
    (
        'bekymring_historicalnodtilgang',
        'history_id',
        'history_date, history_type, history_user_id, id, sak_id, nummer, bruker_id, grunnlag, sokt, '
        'krever_to, avgjort_av_id, avslatt, fra, til, vurdert, vurdert_av_id, konklusjon',
        'history_date'
    );
