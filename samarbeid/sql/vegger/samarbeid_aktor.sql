GRANT SELECT, INSERT, UPDATE ON samarbeid_aktor TO hp_web;
GRANT SELECT ON samarbeid_aktor TO hp_worker, hp_vokter;

CREATE TRIGGER historikk AFTER INSERT OR UPDATE OR DELETE ON samarbeid_aktor
FOR EACH ROW EXECUTE FUNCTION vern.skriv_historikk('samarbeid_historicalaktor');

CREATE TRIGGER type_tillatt BEFORE UPDATE OF type ON samarbeid_aktor
FOR EACH ROW WHEN (NEW.type IS DISTINCT FROM OLD.type) EXECUTE FUNCTION vern.aktor_type_tillatt();

GRANT SELECT ON samarbeid_historicalaktor TO hp_web, hp_worker;
GRANT INSERT ON samarbeid_historicalaktor TO hp_vokter;
