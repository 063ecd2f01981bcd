-- A sharing is a copy behind a wall of its own. Written by who may write where the original lies, on a ground that
-- holds; ended with the ground that carries it.

GRANT SELECT, INSERT, UPDATE (avsluttet, avsluttet_av_id) ON bekymring_deling TO hp_web;
GRANT SELECT (id, sone, opplysning, formal, fra, til, avsluttet, delt_av_id, grunnlag_id, mottaker_id, sak_id),
    UPDATE (til) ON bekymring_deling TO hp_vokter;

ALTER TABLE bekymring_deling ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY gir ON bekymring_deling FOR SELECT TO hp_web
    USING (
        EXISTS (
            SELECT FROM bekymring_tilgang t
            WHERE t.sak_id = bekymring_deling.sak_id AND t.rett = 'les' AND t.sone = bekymring_deling.fra_sone
        )
    );

CREATE POLICY far ON bekymring_deling FOR SELECT TO hp_web
    USING (
        vern.varer(til) AND avsluttet IS NULL
        AND (mottaker_id IS NULL OR mottaker_id = (SELECT vern.uid()))
        AND EXISTS (
            SELECT FROM bekymring_tilgang t
            WHERE t.sak_id = bekymring_deling.sak_id AND t.rett IN ('les', 'delt') AND t.sone = bekymring_deling.sone
        )
    );

CREATE POLICY ny ON bekymring_deling FOR INSERT TO hp_web
    WITH CHECK (
        delt_av_id = (SELECT vern.uid())
        AND EXISTS (
            SELECT FROM bekymring_tilgang t
            WHERE t.sak_id = bekymring_deling.sak_id AND t.rett = 'skriv' AND t.sone = bekymring_deling.fra_sone
        )
        AND til <= vern.deling_til(sak_id, grunnlag_id, sone, mottaker_id, opplysning, formal)
    );

CREATE POLICY avslutt ON bekymring_deling FOR UPDATE TO hp_web
    USING (
        EXISTS (
            SELECT FROM bekymring_tilgang t
            WHERE t.sak_id = bekymring_deling.sak_id AND t.rett = 'skriv' AND t.sone = bekymring_deling.fra_sone
        )
    );

CREATE POLICY vokter ON bekymring_deling FOR ALL TO hp_vokter USING (true);

CREATE TRIGGER historikk AFTER INSERT OR UPDATE OR DELETE ON bekymring_deling
FOR EACH ROW EXECUTE FUNCTION vern.skriv_historikk('bekymring_historicaldeling');

GRANT SELECT (id, fra_sone, sone, fra, til, avsluttet, history_id, history_date, history_type, avsluttet_av_id,
    delt_av_id, grunnlag_id, history_user_id, mottaker_id, nodvendighet_id, sak_id, xid), INSERT ON
    bekymring_historicaldeling TO hp_vokter;

ALTER TABLE bekymring_historicaldeling ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY skriv ON bekymring_historicaldeling FOR INSERT TO hp_vokter WITH CHECK (true);

CREATE POLICY forsegl ON bekymring_historicaldeling FOR SELECT TO hp_vokter USING (true);

INSERT INTO vern.kilde (tabell, nokkel, kolonner, klokke) VALUES
    (
        'bekymring_historicaldeling',
        'history_id',
        'history_date, history_type, history_user_id, id, sak_id, fra_sone, sone, mottaker_id, grunnlag_id, '
        'nodvendighet_id, delt_av_id, fra, til, avsluttet, avsluttet_av_id',
        'history_date'
    );
