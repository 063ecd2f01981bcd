GRANT SELECT, INSERT, UPDATE ON tiltak_varseltekst TO hp_web;
GRANT SELECT ON tiltak_varseltekst TO hp_worker;

CREATE TRIGGER historikk AFTER INSERT OR UPDATE OR DELETE ON tiltak_varseltekst
FOR EACH ROW EXECUTE FUNCTION vern.skriv_historikk('tiltak_historicalvarseltekst');

GRANT SELECT ON tiltak_historicalvarseltekst TO hp_web, hp_worker;
GRANT INSERT ON tiltak_historicalvarseltekst TO hp_vokter;
