GRANT SELECT, INSERT, UPDATE (frist, melding, paminnet, avsluttet) ON tiltak_statusrunde TO hp_web;
GRANT SELECT ON tiltak_statusrunde TO hp_worker;

CREATE TRIGGER historikk AFTER INSERT OR UPDATE OR DELETE ON tiltak_statusrunde
FOR EACH ROW EXECUTE FUNCTION vern.skriv_historikk('tiltak_historicalstatusrunde');

GRANT SELECT ON tiltak_historicalstatusrunde TO hp_web, hp_worker;
GRANT INSERT ON tiltak_historicalstatusrunde TO hp_vokter;
