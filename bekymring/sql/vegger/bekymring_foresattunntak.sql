-- A guardian's consent that is set aside, by law and two people.
GRANT SELECT, INSERT, UPDATE (til, bekreftet_av_id) ON bekymring_foresattunntak TO hp_web;

ALTER TABLE bekymring_foresattunntak ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY les ON bekymring_foresattunntak FOR SELECT TO hp_web
    USING (
        EXISTS (
            SELECT FROM bekymring_tilgang t
            WHERE t.sak_id = bekymring_foresattunntak.sak_id AND t.rett = 'les' AND t.sone = bekymring_foresattunntak.sone
        )
    );

CREATE POLICY signeres ON bekymring_foresattunntak FOR SELECT TO hp_web
    USING (id = ANY ((SELECT vern.til_signering())::uuid[]));

CREATE POLICY ny ON bekymring_foresattunntak FOR INSERT TO hp_web
    WITH CHECK (
        bestemt_av_id = (SELECT vern.uid())
        AND EXISTS (
            SELECT FROM bekymring_tilgang t
            WHERE t.sak_id = bekymring_foresattunntak.sak_id AND t.rett = 'skriv' AND t.sone = bekymring_foresattunntak.sone
        )
    );

CREATE POLICY endre ON bekymring_foresattunntak FOR UPDATE TO hp_web
    USING (
        EXISTS (
            SELECT FROM bekymring_tilgang t
            WHERE t.sak_id = bekymring_foresattunntak.sak_id AND t.rett = 'skriv' AND t.sone = bekymring_foresattunntak.sone
        )
    );

GRANT SELECT ON bekymring_foresattunntak TO hp_vokter;

CREATE POLICY vokter ON bekymring_foresattunntak FOR SELECT TO hp_vokter USING (true);

CREATE TRIGGER to_personer BEFORE INSERT OR UPDATE ON bekymring_foresattunntak
FOR EACH ROW WHEN (current_user = 'hp_web') EXECUTE FUNCTION vern.to_personer();

CREATE TRIGGER grunn AFTER INSERT OR UPDATE ON bekymring_foresattunntak
FOR EACH ROW EXECUTE FUNCTION vern.grunn_endret();

CREATE TRIGGER historikk AFTER INSERT OR UPDATE OR DELETE ON bekymring_foresattunntak
FOR EACH ROW EXECUTE FUNCTION vern.skriv_historikk('bekymring_historicalforesattunntak');

GRANT SELECT ON bekymring_historicalforesattunntak TO hp_web;
GRANT INSERT ON bekymring_historicalforesattunntak TO hp_vokter;

ALTER TABLE bekymring_historicalforesattunntak ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY les ON bekymring_historicalforesattunntak FOR SELECT TO hp_web
    USING (
        EXISTS (
            SELECT FROM bekymring_tilgang t
            WHERE t.sak_id = bekymring_historicalforesattunntak.sak_id AND t.rett = 'les'
            AND t.sone = bekymring_historicalforesattunntak.sone
        )
    );

CREATE POLICY skriv ON bekymring_historicalforesattunntak FOR INSERT TO hp_vokter WITH CHECK (true);
