GRANT SELECT, INSERT, UPDATE ON samarbeid_motedeltakelse TO hp_web;
GRANT SELECT ON samarbeid_motedeltakelse TO hp_worker;

CREATE TRIGGER historikk AFTER INSERT OR UPDATE OR DELETE ON samarbeid_motedeltakelse
FOR EACH ROW EXECUTE FUNCTION vern.skriv_historikk('samarbeid_historicalmotedeltakelse');

GRANT SELECT ON samarbeid_historicalmotedeltakelse TO hp_web, hp_worker;
GRANT INSERT ON samarbeid_historicalmotedeltakelse TO hp_vokter;
