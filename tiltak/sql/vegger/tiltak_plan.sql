-- The web may add an edition, whole, when it is adopted. It can never change or remove one.

GRANT SELECT, INSERT ON tiltak_plan TO hp_web;
GRANT SELECT ON tiltak_plan TO hp_worker;

CREATE TRIGGER etter_forrige BEFORE INSERT
ON tiltak_plan
FOR EACH ROW WHEN (NEW.erstatter_id IS NOT NULL AND current_user = 'hp_web')
EXECUTE FUNCTION vern.utgave_etter_forrige();

CREATE TRIGGER historikk AFTER INSERT OR UPDATE OR DELETE ON tiltak_plan
FOR EACH ROW
EXECUTE FUNCTION vern.skriv_historikk('tiltak_historicalplan');

GRANT SELECT ON tiltak_historicalplan TO hp_web, hp_worker;
GRANT INSERT ON tiltak_historicalplan TO hp_vokter;
