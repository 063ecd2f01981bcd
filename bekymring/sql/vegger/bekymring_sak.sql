-- The register line. The koordinator sees it through the role, with no grant row a case. What hp_stat may see is how
-- many, never who.

GRANT SELECT, INSERT, UPDATE (modus, tilstand, aldersspenn, frist, sist_endret, versjon, kjernegruppe_id,
    saksansvarlig_id) ON bekymring_sak TO hp_web;
GRANT SELECT (id, ref, nummer, modus, tilstand, aldersspenn, versjon, sist_endret, opprettet, kjernegruppe_id,
    saksansvarlig_id), UPDATE (sist_endret, saksansvarlig_id, tilstand, aldersspenn, frist, versjon) ON bekymring_sak TO hp_vokter;

ALTER TABLE bekymring_sak ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY se ON bekymring_sak FOR SELECT TO hp_web
    USING (
        (SELECT vern.har_rolle('koordinator'))
        OR EXISTS (SELECT FROM bekymring_tilgang t WHERE t.sak_id = bekymring_sak.id AND t.rett = 'se')
    );

CREATE POLICY sperre ON bekymring_sak AS RESTRICTIVE FOR ALL TO hp_web
    USING (
        NOT EXISTS (
            SELECT FROM bekymring_sperre s
            WHERE s.sak_id = bekymring_sak.id AND s.bruker_id = (SELECT vern.uid())
            AND vern.varer(s.til)
        )
    );

CREATE POLICY ny ON bekymring_sak FOR INSERT TO hp_web
    WITH CHECK (EXISTS (SELECT FROM bekymring_tilgang t WHERE t.sak_id = bekymring_sak.id AND t.rett = 'se'));

CREATE POLICY endre ON bekymring_sak FOR UPDATE TO hp_web
    USING (EXISTS (SELECT FROM bekymring_tilgang t WHERE t.sak_id = bekymring_sak.id AND t.rett IN ('led', 'skriv')));

-- Sealed, the line stands as it is, also for who leads the case.
CREATE POLICY forseglet ON bekymring_sak AS RESTRICTIVE FOR UPDATE TO hp_web USING (tilstand <> 'sperret')
    WITH CHECK (true);

CREATE POLICY vokter ON bekymring_sak FOR ALL TO hp_vokter USING (true);

CREATE TRIGGER historikk
AFTER INSERT OR UPDATE OF modus, tilstand, aldersspenn, kjernegruppe_id, saksansvarlig_id, frist OR DELETE
ON bekymring_sak FOR EACH ROW EXECUTE FUNCTION vern.skriv_historikk('bekymring_historicalsak');

CREATE TRIGGER lukket BEFORE UPDATE OF tilstand ON bekymring_sak
FOR EACH ROW WHEN (old.tilstand IN ('avsluttet', 'overfort', 'sperret')
    AND new.tilstand NOT IN (old.tilstand, 'sperret')) EXECUTE FUNCTION vern.holdes_lukket();

CREATE TRIGGER grunn AFTER UPDATE OF modus, tilstand, aldersspenn, kjernegruppe_id ON bekymring_sak
FOR EACH ROW WHEN (old.modus <> new.modus OR old.tilstand <> new.tilstand OR old.aldersspenn <> new.aldersspenn
    OR old.kjernegruppe_id IS DISTINCT FROM new.kjernegruppe_id) EXECUTE FUNCTION vern.grunn_endret();

CREATE TRIGGER rykk AFTER INSERT OR UPDATE OF sist_endret ON bekymring_sak
FOR EACH ROW EXECUTE FUNCTION vern.rykk();

GRANT SELECT ON bekymring_historicalsak TO hp_web;
GRANT INSERT ON bekymring_historicalsak TO hp_vokter;

ALTER TABLE bekymring_historicalsak ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY les ON bekymring_historicalsak FOR SELECT TO hp_web
    USING (EXISTS (SELECT FROM bekymring_sak s WHERE s.id = bekymring_historicalsak.id));

CREATE POLICY skriv ON bekymring_historicalsak FOR INSERT TO hp_vokter WITH CHECK (true);
