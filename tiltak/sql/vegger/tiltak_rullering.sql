GRANT SELECT, INSERT, UPDATE ON tiltak_rullering TO hp_web;

CREATE TRIGGER historikk AFTER INSERT OR UPDATE OR DELETE ON tiltak_rullering
FOR EACH ROW EXECUTE FUNCTION vern.skriv_historikk('tiltak_historicalrullering');

GRANT SELECT ON tiltak_historicalrullering TO hp_web;
GRANT INSERT ON tiltak_historicalrullering TO hp_vokter;
