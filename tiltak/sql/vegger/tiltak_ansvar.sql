-- Of who answers, the web may say since when no more.

GRANT SELECT, INSERT, UPDATE (til) ON tiltak_ansvar TO hp_web;
GRANT SELECT ON tiltak_ansvar TO hp_worker;

CREATE TRIGGER avsluttet_star BEFORE UPDATE ON tiltak_ansvar
FOR EACH ROW WHEN (OLD.til IS NOT NULL) EXECUTE FUNCTION vern.avsluttet_ansvar_star();

CREATE TRIGGER historikk AFTER INSERT OR UPDATE OR DELETE ON tiltak_ansvar
FOR EACH ROW EXECUTE FUNCTION vern.skriv_historikk('tiltak_historicalansvar');

GRANT SELECT ON tiltak_historicalansvar TO hp_web, hp_worker;
GRANT INSERT ON tiltak_historicalansvar TO hp_vokter;
