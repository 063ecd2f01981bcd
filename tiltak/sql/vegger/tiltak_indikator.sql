GRANT SELECT, INSERT, UPDATE ON tiltak_indikator TO hp_web;
GRANT SELECT ON tiltak_indikator TO hp_worker;

CREATE TRIGGER historikk AFTER INSERT OR UPDATE OR DELETE ON tiltak_indikator
FOR EACH ROW EXECUTE FUNCTION vern.skriv_historikk('tiltak_historicalindikator');

GRANT SELECT ON tiltak_historicalindikator TO hp_web, hp_worker;
GRANT INSERT ON tiltak_historicalindikator TO hp_vokter;
