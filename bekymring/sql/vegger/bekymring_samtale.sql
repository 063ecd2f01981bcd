GRANT SELECT, INSERT, UPDATE (tilstand, tid, sted, gjennomfort, holdt, utfall, versjon, referat_id) ON
    bekymring_samtale TO hp_web;

ALTER TABLE bekymring_samtale ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY les ON bekymring_samtale FOR SELECT TO hp_web
    USING (
        EXISTS (
            SELECT FROM bekymring_tilgang t
            WHERE t.sak_id = bekymring_samtale.sak_id AND t.rett = 'les' AND t.sone = bekymring_samtale.sone
        )
    );

CREATE POLICY ny ON bekymring_samtale FOR INSERT TO hp_web
    WITH CHECK (
        forer_id = (SELECT vern.uid())
        AND EXISTS (
            SELECT FROM bekymring_tilgang t
            WHERE t.sak_id = bekymring_samtale.sak_id AND t.rett = 'skriv' AND t.sone = bekymring_samtale.sone
        )
    );

CREATE POLICY endre ON bekymring_samtale FOR UPDATE TO hp_web
    USING (
        EXISTS (
            SELECT FROM bekymring_tilgang t
            WHERE t.sak_id = bekymring_samtale.sak_id AND t.rett = 'skriv' AND t.sone = bekymring_samtale.sone
        )
    );

GRANT SELECT (id, sak_id, tilstand, versjon, forer_id, tid), UPDATE (tilstand, versjon) ON bekymring_samtale TO hp_vokter;

CREATE POLICY vokter ON bekymring_samtale FOR ALL TO hp_vokter USING (true);

CREATE TRIGGER historikk AFTER INSERT OR UPDATE OR DELETE ON bekymring_samtale
FOR EACH ROW EXECUTE FUNCTION vern.skriv_historikk('bekymring_historicalsamtale');

GRANT SELECT ON bekymring_historicalsamtale TO hp_web;
GRANT INSERT ON bekymring_historicalsamtale TO hp_vokter;

ALTER TABLE bekymring_historicalsamtale ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY les ON bekymring_historicalsamtale FOR SELECT TO hp_web
    USING (
        EXISTS (
            SELECT FROM bekymring_tilgang t
            WHERE t.sak_id = bekymring_historicalsamtale.sak_id AND t.rett = 'les'
            AND t.sone = bekymring_historicalsamtale.sone
        )
    );

CREATE POLICY skriv ON bekymring_historicalsamtale FOR INSERT TO hp_vokter WITH CHECK (true);
