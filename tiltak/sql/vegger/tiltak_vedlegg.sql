-- The web may change and empty a row, never remove it or put other bytes in it.

GRANT SELECT, INSERT, UPDATE (versjon, tatt_bort, tittel, dato, innhold) ON tiltak_vedlegg TO hp_web;

CREATE TRIGGER en_gang BEFORE UPDATE
ON tiltak_vedlegg
FOR EACH ROW WHEN (NEW.innhold IS NOT NULL AND NEW.innhold IS DISTINCT FROM OLD.innhold)
EXECUTE FUNCTION vern.vedlegg_skrives_en_gang();

CREATE TRIGGER historikk AFTER INSERT OR UPDATE OR DELETE ON tiltak_vedlegg
FOR EACH ROW
EXECUTE FUNCTION vern.skriv_historikk('tiltak_historicalvedlegg');

GRANT SELECT ON tiltak_historicalvedlegg TO hp_web;
GRANT INSERT ON tiltak_historicalvedlegg TO hp_vokter;
