GRANT SELECT, INSERT, UPDATE (tatt_av) ON bekymring_sakslistepost TO hp_web;

ALTER TABLE bekymring_sakslistepost ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY les ON bekymring_sakslistepost FOR SELECT TO hp_web
    USING (
        EXISTS (
            SELECT FROM bekymring_tilgang t
            WHERE t.sak_id = bekymring_sakslistepost.sak_id AND t.rett = 'les'
            AND t.sone = bekymring_sakslistepost.sone
        )
    );

CREATE POLICY ny ON bekymring_sakslistepost FOR INSERT TO hp_web
    WITH CHECK (
        EXISTS (
            SELECT FROM bekymring_tilgang t
            WHERE t.sak_id = bekymring_sakslistepost.sak_id AND t.rett = 'skriv'
            AND t.sone = bekymring_sakslistepost.sone
        )
    );

CREATE POLICY endre ON bekymring_sakslistepost FOR UPDATE TO hp_web
    USING (
        EXISTS (
            SELECT FROM bekymring_tilgang t
            WHERE t.sak_id = bekymring_sakslistepost.sak_id AND t.rett = 'skriv'
            AND t.sone = bekymring_sakslistepost.sone
        )
    );

GRANT SELECT (id, sak_id, tatt_av), UPDATE (tatt_av) ON bekymring_sakslistepost TO hp_vokter;

CREATE POLICY vokter ON bekymring_sakslistepost FOR ALL TO hp_vokter USING (true);

CREATE TRIGGER historikk AFTER INSERT OR UPDATE OR DELETE ON bekymring_sakslistepost
FOR EACH ROW EXECUTE FUNCTION vern.skriv_historikk('bekymring_historicalsakslistepost');

GRANT SELECT ON bekymring_historicalsakslistepost TO hp_web;
GRANT INSERT ON bekymring_historicalsakslistepost TO hp_vokter;

ALTER TABLE bekymring_historicalsakslistepost ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY les ON bekymring_historicalsakslistepost FOR SELECT TO hp_web
    USING (
        EXISTS (
            SELECT FROM bekymring_tilgang t
            WHERE t.sak_id = bekymring_historicalsakslistepost.sak_id AND t.rett = 'les'
            AND t.sone = bekymring_historicalsakslistepost.sone
        )
    );

CREATE POLICY skriv ON bekymring_historicalsakslistepost FOR INSERT TO hp_vokter WITH CHECK (true);
