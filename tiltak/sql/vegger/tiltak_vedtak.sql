-- The web changes what it made; what the plan itself refers to stands.

GRANT SELECT, INSERT, UPDATE ON tiltak_vedtak TO hp_web;
GRANT SELECT ON tiltak_vedtak TO hp_worker;

CREATE TRIGGER historikk AFTER INSERT OR UPDATE OR DELETE ON tiltak_vedtak
FOR EACH ROW
EXECUTE FUNCTION vern.skriv_historikk('tiltak_historicalvedtak');

CREATE TRIGGER planens_egne_endret BEFORE UPDATE
ON tiltak_vedtak
FOR EACH ROW WHEN ((OLD.tiltak_id IS NULL OR NEW.tiltak_id IS NULL) AND current_user = 'hp_web')
EXECUTE FUNCTION vern.planens_vedtak_staar();

CREATE TRIGGER planens_egne_ny BEFORE INSERT
ON tiltak_vedtak
FOR EACH ROW WHEN (NEW.tiltak_id IS NULL AND NEW.saksnummer = '' AND current_user = 'hp_web')
EXECUTE FUNCTION vern.planens_vedtak_staar();

GRANT SELECT ON tiltak_historicalvedtak TO hp_web, hp_worker;
GRANT INSERT ON tiltak_historicalvedtak TO hp_vokter;
