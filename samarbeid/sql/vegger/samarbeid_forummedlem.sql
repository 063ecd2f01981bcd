GRANT SELECT, INSERT, UPDATE ON samarbeid_forummedlem TO hp_web;
GRANT SELECT ON samarbeid_forummedlem TO hp_worker;

CREATE TRIGGER historikk AFTER INSERT OR UPDATE OR DELETE ON samarbeid_forummedlem
FOR EACH ROW EXECUTE FUNCTION vern.skriv_historikk('samarbeid_historicalforummedlem');

GRANT SELECT ON samarbeid_historicalforummedlem TO hp_web, hp_worker;
GRANT INSERT ON samarbeid_historicalforummedlem TO hp_vokter;
