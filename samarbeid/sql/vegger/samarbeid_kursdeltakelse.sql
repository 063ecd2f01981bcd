GRANT SELECT, INSERT, UPDATE ON samarbeid_kursdeltakelse TO hp_web;
GRANT SELECT ON samarbeid_kursdeltakelse TO hp_worker;

CREATE TRIGGER historikk AFTER INSERT OR UPDATE OR DELETE ON samarbeid_kursdeltakelse
FOR EACH ROW EXECUTE FUNCTION vern.skriv_historikk('samarbeid_historicalkursdeltakelse');

GRANT SELECT ON samarbeid_historicalkursdeltakelse TO hp_web, hp_worker;
GRANT INSERT ON samarbeid_historicalkursdeltakelse TO hp_vokter;
