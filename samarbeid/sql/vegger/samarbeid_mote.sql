GRANT SELECT, INSERT, UPDATE ON samarbeid_mote TO hp_web;
GRANT SELECT ON samarbeid_mote TO hp_worker;

CREATE TRIGGER historikk AFTER INSERT OR UPDATE OR DELETE ON samarbeid_mote
FOR EACH ROW EXECUTE FUNCTION vern.skriv_historikk('samarbeid_historicalmote');

GRANT SELECT ON samarbeid_historicalmote TO hp_web, hp_worker;
GRANT INSERT ON samarbeid_historicalmote TO hp_vokter;
