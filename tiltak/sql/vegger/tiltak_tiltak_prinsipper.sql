GRANT SELECT, INSERT, DELETE ON tiltak_tiltak_prinsipper TO hp_web;
GRANT SELECT ON tiltak_tiltak_prinsipper TO hp_worker;

CREATE TRIGGER historikk AFTER INSERT OR UPDATE OR DELETE ON tiltak_tiltak_prinsipper
FOR EACH ROW EXECUTE FUNCTION vern.skriv_historikk('tiltak_historicalprinsippkobling');

GRANT SELECT ON tiltak_historicalprinsippkobling TO hp_web, hp_worker;
GRANT INSERT ON tiltak_historicalprinsippkobling TO hp_vokter;
