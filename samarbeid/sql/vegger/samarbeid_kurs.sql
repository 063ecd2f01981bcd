GRANT SELECT, INSERT, UPDATE ON samarbeid_kurs TO hp_web;
GRANT SELECT ON samarbeid_kurs TO hp_worker;

CREATE TRIGGER historikk AFTER INSERT OR UPDATE OR DELETE ON samarbeid_kurs
FOR EACH ROW EXECUTE FUNCTION vern.skriv_historikk('samarbeid_historicalkurs');

GRANT SELECT ON samarbeid_historicalkurs TO hp_web, hp_worker;
GRANT INSERT ON samarbeid_historicalkurs TO hp_vokter;
