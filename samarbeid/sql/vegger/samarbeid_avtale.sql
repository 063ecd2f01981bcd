GRANT SELECT, INSERT, UPDATE ON samarbeid_avtale TO hp_web;
GRANT SELECT ON samarbeid_avtale TO hp_worker;

CREATE TRIGGER historikk AFTER INSERT OR UPDATE OR DELETE ON samarbeid_avtale
FOR EACH ROW EXECUTE FUNCTION vern.skriv_historikk('samarbeid_historicalavtale');

GRANT SELECT ON samarbeid_historicalavtale TO hp_web, hp_worker;
GRANT INSERT ON samarbeid_historicalavtale TO hp_vokter;
