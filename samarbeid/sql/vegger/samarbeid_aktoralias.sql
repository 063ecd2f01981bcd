GRANT SELECT, INSERT, UPDATE ON samarbeid_aktoralias TO hp_web;
GRANT SELECT ON samarbeid_aktoralias TO hp_worker;

CREATE TRIGGER historikk AFTER INSERT OR UPDATE OR DELETE ON samarbeid_aktoralias
FOR EACH ROW EXECUTE FUNCTION vern.skriv_historikk('samarbeid_historicalaktoralias');

GRANT SELECT ON samarbeid_historicalaktoralias TO hp_web, hp_worker;
GRANT INSERT ON samarbeid_historicalaktoralias TO hp_vokter;
