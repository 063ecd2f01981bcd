-- The truth about validity stands here, once: own row, begun, not ended, no bar, the role or the work it rests on
-- still held. All else asks through it, with EXISTS.

GRANT SELECT ON bekymring_tilgang TO hp_web;
GRANT SELECT, INSERT, UPDATE ON bekymring_tilgang TO hp_vokter;

ALTER TABLE bekymring_tilgang ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

-- A right that a role asks for lasts as long as the role, a service's zone as long as the work there, and what a
-- ground carries to a workplace as long as the person works there (R29).
CREATE POLICY egne ON bekymring_tilgang FOR SELECT TO hp_web
    USING (
        user_id = (SELECT vern.uid()) AND vern.gjelder(fra, til)
        AND (
            grunnlag NOT IN ('koordinator', 'saksansvarlig')
            AND NOT (grunnlag = 'gjenapning' AND sone IN ('felles', 'identitet', 'mentor'))
            OR (SELECT vern.har_rolle('koordinator'))
        )
        AND (grunnlag <> 'samtale' OR (SELECT vern.har_rolle('politikontakt')))
        AND (
            sone NOT IN ('politi', 'helse', 'barnevern', 'skole', 'nav') OR sone = ANY ((SELECT vern.soner())::text[])
        )
        AND (sted_id IS NULL OR sted_id = ANY ((SELECT vern.arbeidssteder())::bigint[]))
    );

CREATE POLICY sperre ON bekymring_tilgang AS RESTRICTIVE FOR SELECT TO hp_web
    USING (
        NOT EXISTS (
            SELECT FROM bekymring_sperre s
            WHERE s.sak_id = bekymring_tilgang.sak_id AND s.bruker_id = (SELECT vern.uid())
            AND vern.varer(s.til)
        )
    );

CREATE POLICY vokter ON bekymring_tilgang FOR ALL TO hp_vokter USING (true);

-- Break-glass ends with the role or the hour, whichever comes first.
CREATE POLICY nodtilgang ON bekymring_tilgang AS RESTRICTIVE FOR SELECT TO hp_web
    USING (grunnlag <> 'nodtilgang' OR vern.kan_bruke_nod(sak_id, (SELECT vern.uid())));

-- Who got chosen texts has a part in the case as long as something is shared.
CREATE POLICY mottatt ON bekymring_tilgang AS RESTRICTIVE FOR SELECT TO hp_web
    USING (grunnlag <> 'mottaker' OR vern.noe_mottatt(sak_id, (SELECT vern.uid())));

CREATE TRIGGER historikk AFTER INSERT OR UPDATE OF fra, til OR DELETE ON bekymring_tilgang
FOR EACH ROW EXECUTE FUNCTION vern.skriv_historikk('bekymring_historicaltilgang');

GRANT SELECT (id, rett, sone, grunnlag, grunn, fra, til, history_id, history_date, history_type, gitt_av_id,
    history_user_id, user_id, sak_id, xid), INSERT ON bekymring_historicaltilgang TO hp_vokter;

ALTER TABLE bekymring_historicaltilgang ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY skriv ON bekymring_historicaltilgang FOR INSERT TO hp_vokter WITH CHECK (true);

CREATE POLICY forsegl ON bekymring_historicaltilgang FOR SELECT TO hp_vokter USING (true);

INSERT INTO vern.kilde (tabell, nokkel, kolonner, klokke) VALUES
    (
        'bekymring_historicaltilgang',
        'history_id',
        'history_date, history_type, history_user_id, id, sak_id, fra, til, user_id, rett, sone, grunnlag, '
        'grunn, gitt_av_id',
        'history_date'
    );
