GRANT SELECT, INSERT, UPDATE, DELETE ON tiltak_rulleringstiltak TO hp_web;

CREATE TRIGGER historikk AFTER INSERT OR UPDATE OR DELETE ON tiltak_rulleringstiltak
FOR EACH ROW EXECUTE FUNCTION vern.skriv_historikk('tiltak_historicalrulleringstiltak');

GRANT SELECT ON tiltak_historicalrulleringstiltak TO hp_web;
GRANT INSERT ON tiltak_historicalrulleringstiltak TO hp_vokter;
