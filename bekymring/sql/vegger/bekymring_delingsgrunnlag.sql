GRANT SELECT, INSERT, UPDATE (til, bekreftet_av_id) ON bekymring_delingsgrunnlag TO hp_web;

ALTER TABLE bekymring_delingsgrunnlag ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY les ON bekymring_delingsgrunnlag FOR SELECT TO hp_web
    USING (
        EXISTS (
            SELECT FROM bekymring_tilgang t
            WHERE t.sak_id = bekymring_delingsgrunnlag.sak_id AND t.rett = 'les'
            AND t.sone = bekymring_delingsgrunnlag.sone
        )
    );

CREATE POLICY signeres ON bekymring_delingsgrunnlag FOR SELECT TO hp_web
    USING (id = ANY ((SELECT vern.til_signering())::uuid[]));

CREATE POLICY ny ON bekymring_delingsgrunnlag FOR INSERT TO hp_web
    WITH CHECK (
        bestemt_av_id = (SELECT vern.uid())
        AND EXISTS (
            SELECT FROM bekymring_tilgang t
            WHERE t.sak_id = bekymring_delingsgrunnlag.sak_id AND t.rett = 'skriv'
            AND t.sone = bekymring_delingsgrunnlag.sone
        )
    );

CREATE POLICY endre ON bekymring_delingsgrunnlag FOR UPDATE TO hp_web
    USING (
        EXISTS (
            SELECT FROM bekymring_tilgang t
            WHERE t.sak_id = bekymring_delingsgrunnlag.sak_id AND t.rett = 'skriv'
            AND t.sone = bekymring_delingsgrunnlag.sone
        )
    );

GRANT SELECT, UPDATE (til) ON bekymring_delingsgrunnlag TO hp_vokter;

CREATE POLICY vokter ON bekymring_delingsgrunnlag FOR ALL TO hp_vokter USING (true);

CREATE TRIGGER to_personer_ny BEFORE INSERT ON bekymring_delingsgrunnlag
FOR EACH ROW WHEN (current_user = 'hp_web' AND new.samtykke_id IS NULL) EXECUTE FUNCTION vern.to_personer();

CREATE TRIGGER to_personer BEFORE UPDATE ON bekymring_delingsgrunnlag
FOR EACH ROW WHEN (current_user = 'hp_web') EXECUTE FUNCTION vern.to_personer();

CREATE TRIGGER grunn AFTER INSERT OR UPDATE OF til, bekreftet_av_id ON bekymring_delingsgrunnlag
FOR EACH ROW EXECUTE FUNCTION vern.grunn_endret();

CREATE TRIGGER historikk AFTER INSERT OR UPDATE OR DELETE ON bekymring_delingsgrunnlag
FOR EACH ROW EXECUTE FUNCTION vern.skriv_historikk('bekymring_historicaldelingsgrunnlag');

GRANT SELECT ON bekymring_historicaldelingsgrunnlag TO hp_web;
GRANT INSERT ON bekymring_historicaldelingsgrunnlag TO hp_vokter;

ALTER TABLE bekymring_historicaldelingsgrunnlag ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY les ON bekymring_historicaldelingsgrunnlag FOR SELECT TO hp_web
    USING (
        EXISTS (
            SELECT FROM bekymring_tilgang t
            WHERE t.sak_id = bekymring_historicaldelingsgrunnlag.sak_id AND t.rett = 'les'
            AND t.sone = bekymring_historicaldelingsgrunnlag.sone
        )
    );

CREATE POLICY skriv ON bekymring_historicaldelingsgrunnlag FOR INSERT TO hp_vokter WITH CHECK (true);
