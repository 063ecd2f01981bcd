GRANT SELECT, INSERT, UPDATE (neste_mote, evaluering, ip_finnes, avsluttet) ON bekymring_ansvarsgruppe TO hp_web;

ALTER TABLE bekymring_ansvarsgruppe ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY les ON bekymring_ansvarsgruppe FOR SELECT TO hp_web
    USING (
        EXISTS (
            SELECT FROM bekymring_tilgang t
            WHERE t.sak_id = bekymring_ansvarsgruppe.sak_id AND t.rett = 'les'
            AND t.sone = bekymring_ansvarsgruppe.sone
        )
    );

CREATE POLICY ny ON bekymring_ansvarsgruppe FOR INSERT TO hp_web
    WITH CHECK (
        EXISTS (
            SELECT FROM bekymring_tilgang t
            WHERE t.sak_id = bekymring_ansvarsgruppe.sak_id AND t.rett = 'skriv'
            AND t.sone = bekymring_ansvarsgruppe.sone
        )
    );

CREATE POLICY endre ON bekymring_ansvarsgruppe FOR UPDATE TO hp_web
    USING (
        EXISTS (
            SELECT FROM bekymring_tilgang t
            WHERE t.sak_id = bekymring_ansvarsgruppe.sak_id AND t.rett = 'skriv'
            AND t.sone = bekymring_ansvarsgruppe.sone
        )
    );

GRANT SELECT (id, sak_id, koordinator_id, avsluttet), UPDATE (avsluttet) ON bekymring_ansvarsgruppe TO hp_vokter;

CREATE POLICY vokter ON bekymring_ansvarsgruppe FOR ALL TO hp_vokter USING (true);

CREATE TRIGGER historikk AFTER INSERT OR UPDATE OR DELETE ON bekymring_ansvarsgruppe
FOR EACH ROW EXECUTE FUNCTION vern.skriv_historikk('bekymring_historicalansvarsgruppe');

GRANT SELECT ON bekymring_historicalansvarsgruppe TO hp_web;
GRANT INSERT ON bekymring_historicalansvarsgruppe TO hp_vokter;

ALTER TABLE bekymring_historicalansvarsgruppe ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY les ON bekymring_historicalansvarsgruppe FOR SELECT TO hp_web
    USING (
        EXISTS (
            SELECT FROM bekymring_tilgang t
            WHERE t.sak_id = bekymring_historicalansvarsgruppe.sak_id AND t.rett = 'les'
            AND t.sone = bekymring_historicalansvarsgruppe.sone
        )
    );

CREATE POLICY skriv ON bekymring_historicalansvarsgruppe FOR INSERT TO hp_vokter WITH CHECK (true);
