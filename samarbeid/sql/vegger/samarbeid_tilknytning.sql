GRANT SELECT, INSERT, UPDATE ON samarbeid_tilknytning TO hp_web;
GRANT SELECT ON samarbeid_tilknytning TO hp_worker, hp_vokter;

CREATE TRIGGER historikk AFTER INSERT OR UPDATE OR DELETE ON samarbeid_tilknytning
FOR EACH ROW EXECUTE FUNCTION vern.skriv_historikk('samarbeid_historicaltilknytning');

CREATE TRIGGER tilknytning_tillatt BEFORE INSERT OR UPDATE ON samarbeid_tilknytning
FOR EACH ROW EXECUTE FUNCTION vern.tilknytning_tillatt();

GRANT SELECT ON samarbeid_historicaltilknytning TO hp_web, hp_worker;
GRANT INSERT ON samarbeid_historicaltilknytning TO hp_vokter;
