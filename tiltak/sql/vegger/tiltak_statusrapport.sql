-- Reports can be added, never changed or removed.

GRANT SELECT, INSERT ON tiltak_statusrapport TO hp_web;
GRANT SELECT ON tiltak_statusrapport TO hp_worker;

CREATE TRIGGER frist_etter_vedtak BEFORE INSERT ON tiltak_statusrapport
FOR EACH ROW WHEN (NEW.frist IS NOT NULL) EXECUTE FUNCTION vern.frist_etter_vedtak();

CREATE TRIGGER viktig_krever_bekreftelse BEFORE INSERT ON tiltak_statusrapport
FOR EACH ROW WHEN (NEW.status = 'gjennomfort') EXECUTE FUNCTION vern.viktig_krever_bekreftelse();
