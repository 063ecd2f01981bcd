-- Title, wording, label and year stand as adopted: the web has no right to write them. What is the municipality's own
-- under it, the web may change.

GRANT SELECT, INSERT, UPDATE (sammendrag, type, viktig) ON tiltak_tiltak TO hp_web;
GRANT SELECT ON tiltak_tiltak TO hp_worker;

CREATE TRIGGER historikk AFTER INSERT OR UPDATE OR DELETE ON tiltak_tiltak
FOR EACH ROW EXECUTE FUNCTION vern.skriv_historikk('tiltak_historicaltiltak');

GRANT SELECT ON tiltak_historicaltiltak TO hp_web, hp_worker;
GRANT INSERT ON tiltak_historicaltiltak TO hp_vokter;
