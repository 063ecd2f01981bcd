GRANT SELECT, INSERT, UPDATE ON samarbeid_oppfolgingspunkt TO hp_web;
GRANT SELECT ON samarbeid_oppfolgingspunkt TO hp_worker;

CREATE TRIGGER historikk AFTER INSERT OR UPDATE OR DELETE ON samarbeid_oppfolgingspunkt
FOR EACH ROW EXECUTE FUNCTION vern.skriv_historikk('samarbeid_historicaloppfolgingspunkt');

GRANT SELECT ON samarbeid_historicaloppfolgingspunkt TO hp_web, hp_worker;
GRANT INSERT ON samarbeid_historicaloppfolgingspunkt TO hp_vokter;
