-- A mentor relation that pauses or ends closes all the mentor holds in the case, the card too, however that is written.
-- To go on is asked anew (R1, R6).
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.mentor_slutter() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
    UPDATE bekymring_tilgang t SET til = greatest(t.fra, statement_timestamp())
    WHERE t.sak_id = NEW.sak_id AND t.user_id = NEW.mentor_id AND t.grunnlag = 'mentor' AND t.rett <> 'se'
      AND vern.varer(t.til);
    PERFORM vern.forny_se(NEW.sak_id, NEW.mentor_id, vern.uid());
    RETURN NULL;
END
$$;

REVOKE ALL ON FUNCTION vern.mentor_slutter FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.mentor_slutter TO hp_owner;
