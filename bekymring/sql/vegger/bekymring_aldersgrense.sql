-- A birthday says much: it is for the one who leads the case, and for the question who must consent.

GRANT SELECT, INSERT, UPDATE (dato) ON bekymring_aldersgrense TO hp_web;
GRANT SELECT, UPDATE (dato) ON bekymring_aldersgrense TO hp_vokter;

ALTER TABLE bekymring_aldersgrense ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY leder ON bekymring_aldersgrense FOR ALL TO hp_web
    USING (
        EXISTS (SELECT FROM bekymring_tilgang t WHERE t.sak_id = bekymring_aldersgrense.sak_id AND t.rett = 'led')
    );

CREATE POLICY vokter ON bekymring_aldersgrense FOR ALL TO hp_vokter USING (true);

CREATE TRIGGER grunn AFTER INSERT OR UPDATE ON bekymring_aldersgrense
FOR EACH ROW EXECUTE FUNCTION vern.grunn_endret();
