-- What was given because of a place in a kjernegruppe ends with that place, however the end is written: by a page,
-- update() or SQL. A leader who becomes a member was given more than a member: that ends too, and the koordinator
-- gives anew.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.medlemskap_slutter() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE slutt timestamptz := statement_timestamp(); saken uuid;
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.gruppe_id = OLD.gruppe_id AND NEW.bruker_id = OLD.bruker_id
       AND NOT (OLD.rolle = 'leder' AND NEW.rolle <> 'leder') THEN
        IF NEW.til IS NULL THEN
            RETURN NULL;
        END IF;
        slutt := greatest(slutt, NEW.til);
    END IF;
    FOR saken IN
        UPDATE bekymring_tilgang t SET til = greatest(t.fra, slutt) FROM bekymring_sak s
        WHERE s.id = t.sak_id AND s.kjernegruppe_id = OLD.gruppe_id AND t.user_id = OLD.bruker_id
          AND t.grunnlag = 'gruppe' AND t.rett <> 'se' AND vern.varer(t.til, slutt)
          AND NOT EXISTS (
              SELECT FROM bekymring_medlemskap m
              WHERE m.id <> OLD.id AND m.gruppe_id = OLD.gruppe_id AND m.bruker_id = OLD.bruker_id
                AND m.rolle = OLD.rolle AND m.fra <= statement_timestamp() AND vern.varer(m.til, slutt))
        RETURNING t.sak_id
    LOOP
        PERFORM vern.forny_se(saken, OLD.bruker_id, vern.uid());
    END LOOP;
    RETURN NULL;
END
$$;

REVOKE ALL ON FUNCTION vern.medlemskap_slutter FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.medlemskap_slutter TO hp_owner;
