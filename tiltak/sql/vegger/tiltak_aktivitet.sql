GRANT SELECT, INSERT, UPDATE ON tiltak_aktivitet TO hp_web;
GRANT SELECT ON tiltak_aktivitet TO hp_worker;

CREATE TRIGGER historikk AFTER INSERT OR UPDATE OR DELETE ON tiltak_aktivitet
FOR EACH ROW EXECUTE FUNCTION vern.skriv_historikk('tiltak_historicalaktivitet');

GRANT SELECT ON tiltak_historicalaktivitet TO hp_web, hp_worker;
GRANT INSERT ON tiltak_historicalaktivitet TO hp_vokter;
