GRANT SELECT, INSERT, DELETE ON tiltak_tiltak_fokusomrader TO hp_web;
GRANT SELECT ON tiltak_tiltak_fokusomrader TO hp_worker;

CREATE TRIGGER historikk AFTER INSERT OR UPDATE OR DELETE ON tiltak_tiltak_fokusomrader
FOR EACH ROW EXECUTE FUNCTION vern.skriv_historikk('tiltak_historicalfokuskobling');

GRANT SELECT ON tiltak_historicalfokuskobling TO hp_web, hp_worker;
GRANT INSERT ON tiltak_historicalfokuskobling TO hp_vokter;
