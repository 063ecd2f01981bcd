GRANT SELECT, INSERT, UPDATE (tilstand, versjon) ON bekymring_mentorforlop TO hp_web;

ALTER TABLE bekymring_mentorforlop ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY les ON bekymring_mentorforlop FOR SELECT TO hp_web
    USING (
        EXISTS (
            SELECT FROM bekymring_tilgang t
            WHERE t.sak_id = bekymring_mentorforlop.sak_id AND t.rett = 'les' AND t.sone = bekymring_mentorforlop.sone
        )
        OR mentor_id = (SELECT vern.uid())
        AND EXISTS (
            SELECT FROM bekymring_tilgang t
            WHERE t.sak_id = bekymring_mentorforlop.sak_id AND t.rett = 'les' AND t.sone = 'mentor'
        )
    );

CREATE POLICY ny ON bekymring_mentorforlop FOR INSERT TO hp_web
    WITH CHECK (
        EXISTS (
            SELECT FROM bekymring_tilgang t
            WHERE t.sak_id = bekymring_mentorforlop.sak_id AND t.rett = 'skriv'
            AND t.sone = bekymring_mentorforlop.sone
        )
    );

CREATE POLICY endre ON bekymring_mentorforlop FOR UPDATE TO hp_web
    USING (
        EXISTS (
            SELECT FROM bekymring_tilgang t
            WHERE t.sak_id = bekymring_mentorforlop.sak_id AND t.rett = 'skriv'
            AND t.sone = bekymring_mentorforlop.sone
        )
        OR mentor_id = (SELECT vern.uid())
        AND EXISTS (
            SELECT FROM bekymring_tilgang t
            WHERE t.sak_id = bekymring_mentorforlop.sak_id AND t.rett = 'skriv' AND t.sone = 'mentor'
        )
    );

GRANT SELECT (id, sak_id, mentor_id, tilstand, versjon), UPDATE (tilstand, versjon) ON bekymring_mentorforlop TO hp_vokter;

CREATE POLICY vokter ON bekymring_mentorforlop FOR ALL TO hp_vokter USING (true);

CREATE TRIGGER slutt AFTER UPDATE OF tilstand ON bekymring_mentorforlop
FOR EACH ROW WHEN (new.tilstand IN ('pause', 'avsluttet')) EXECUTE FUNCTION vern.mentor_slutter();

CREATE TRIGGER historikk AFTER INSERT OR UPDATE OR DELETE ON bekymring_mentorforlop
FOR EACH ROW EXECUTE FUNCTION vern.skriv_historikk('bekymring_historicalmentorforlop');

GRANT SELECT ON bekymring_historicalmentorforlop TO hp_web;
GRANT INSERT ON bekymring_historicalmentorforlop TO hp_vokter;

ALTER TABLE bekymring_historicalmentorforlop ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY les ON bekymring_historicalmentorforlop FOR SELECT TO hp_web
    USING (
        EXISTS (
            SELECT FROM bekymring_tilgang t
            WHERE t.sak_id = bekymring_historicalmentorforlop.sak_id AND t.rett = 'les'
            AND t.sone = bekymring_historicalmentorforlop.sone
        )
    );

CREATE POLICY skriv ON bekymring_historicalmentorforlop FOR INSERT TO hp_vokter WITH CHECK (true);
