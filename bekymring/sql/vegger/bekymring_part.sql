-- The parties of a case, without a name. One more guardian means one more consent.
GRANT SELECT, INSERT, UPDATE (til) ON bekymring_part TO hp_web;

ALTER TABLE bekymring_part ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY les ON bekymring_part FOR SELECT TO hp_web
    USING (
        EXISTS (
            SELECT FROM bekymring_tilgang t
            WHERE t.sak_id = bekymring_part.sak_id AND t.rett = 'les' AND t.sone = bekymring_part.sone
        )
    );

CREATE POLICY signeres ON bekymring_part FOR SELECT TO hp_web
    USING (id = ANY ((SELECT vern.til_signering())::uuid[]));

CREATE POLICY ny ON bekymring_part FOR INSERT TO hp_web
    WITH CHECK (
        EXISTS (
            SELECT FROM bekymring_tilgang t
            WHERE t.sak_id = bekymring_part.sak_id AND t.rett = 'skriv' AND t.sone = bekymring_part.sone
        )
    );

CREATE POLICY endre ON bekymring_part FOR UPDATE TO hp_web
    USING (
        EXISTS (
            SELECT FROM bekymring_tilgang t
            WHERE t.sak_id = bekymring_part.sak_id AND t.rett = 'skriv' AND t.sone = bekymring_part.sone
        )
    );

GRANT SELECT ON bekymring_part TO hp_vokter;

CREATE POLICY vokter ON bekymring_part FOR SELECT TO hp_vokter USING (true);

CREATE TRIGGER grunn AFTER INSERT OR UPDATE ON bekymring_part
FOR EACH ROW EXECUTE FUNCTION vern.grunn_endret();

CREATE TRIGGER historikk AFTER INSERT OR UPDATE OR DELETE ON bekymring_part
FOR EACH ROW EXECUTE FUNCTION vern.skriv_historikk('bekymring_historicalpart');

GRANT SELECT ON bekymring_historicalpart TO hp_web;
GRANT INSERT ON bekymring_historicalpart TO hp_vokter;

ALTER TABLE bekymring_historicalpart ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY les ON bekymring_historicalpart FOR SELECT TO hp_web
    USING (
        EXISTS (
            SELECT FROM bekymring_tilgang t
            WHERE t.sak_id = bekymring_historicalpart.sak_id AND t.rett = 'les'
            AND t.sone = bekymring_historicalpart.sone
        )
    );

CREATE POLICY skriv ON bekymring_historicalpart FOR INSERT TO hp_vokter WITH CHECK (true);
