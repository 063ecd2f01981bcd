GRANT SELECT, INSERT, UPDATE ON samarbeid_forum TO hp_web;
GRANT SELECT ON samarbeid_forum TO hp_worker;

CREATE TRIGGER historikk AFTER INSERT OR UPDATE OR DELETE ON samarbeid_forum
FOR EACH ROW EXECUTE FUNCTION vern.skriv_historikk('samarbeid_historicalforum');

GRANT SELECT ON samarbeid_historicalforum TO hp_web, hp_worker;
GRANT INSERT ON samarbeid_historicalforum TO hp_vokter;
