GRANT SELECT, INSERT, UPDATE ON tiltak_lenke TO hp_web;
GRANT SELECT ON tiltak_lenke TO hp_worker;

CREATE TRIGGER historikk AFTER INSERT OR UPDATE OR DELETE ON tiltak_lenke
FOR EACH ROW EXECUTE FUNCTION vern.skriv_historikk('tiltak_historicallenke');

GRANT SELECT ON tiltak_historicallenke TO hp_web, hp_worker;
GRANT INSERT ON tiltak_historicallenke TO hp_vokter;
