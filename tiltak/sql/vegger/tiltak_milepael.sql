GRANT SELECT, INSERT, UPDATE ON tiltak_milepael TO hp_web;
GRANT SELECT ON tiltak_milepael TO hp_worker;

CREATE TRIGGER frist_etter_vedtak BEFORE INSERT OR UPDATE OF frist ON tiltak_milepael
FOR EACH ROW EXECUTE FUNCTION vern.frist_etter_vedtak();

CREATE TRIGGER historikk AFTER INSERT OR UPDATE OR DELETE ON tiltak_milepael
FOR EACH ROW EXECUTE FUNCTION vern.skriv_historikk('tiltak_historicalmilepael');

GRANT SELECT ON tiltak_historicalmilepael TO hp_web, hp_worker;
GRANT INSERT ON tiltak_historicalmilepael TO hp_vokter;
