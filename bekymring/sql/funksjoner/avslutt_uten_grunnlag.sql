-- What one person does in the case ends when nothing covers that person for it any longer, though others' grounds
-- stand: the planned conversation, the mentor relation, the ansvarsgruppe (R6). Those it concerns are told.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.avslutt_uten_grunnlag(i uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
    IF EXISTS (SELECT FROM bekymring_samtale s WHERE s.sak_id = i AND s.tilstand = 'avtalt'
               AND vern.dekkes_til(i, s.forer_id, 'samtale') IS NULL) THEN
        PERFORM vern.avlys_samtaler(i);
    END IF;
    UPDATE bekymring_mentorforlop f SET tilstand = 'avsluttet', versjon = versjon + 1
    WHERE f.sak_id = i AND f.tilstand <> 'avsluttet' AND vern.dekkes_til(i, f.mentor_id, 'mentor') IS NULL;
    IF FOUND THEN
        PERFORM vern.skriv_hendelse(i, 'mentor_slutt');
    END IF;
    UPDATE bekymring_ansvarsgruppe g SET avsluttet = statement_timestamp()
    WHERE g.sak_id = i AND g.avsluttet IS NULL AND vern.dekkes_til(i, g.koordinator_id, 'ansvarsgruppe') IS NULL;
    IF FOUND THEN
        PERFORM vern.skriv_hendelse(i, 'ansvarsgruppe_slutt');
    END IF;
END
$$;

REVOKE ALL ON FUNCTION vern.avslutt_uten_grunnlag FROM PUBLIC;
