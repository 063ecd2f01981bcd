-- Until when does some ground in the case cover its own recipient for this purpose? NULL: none does.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.noe_dekker_til(i uuid, formaal text) RETURNS timestamptz
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
    SELECT max(vern.dekket_til(i, g.mottaker_id, g.mottaker_person_id, 'uten_navn', formaal))
    FROM bekymring_delingsgrunnlag g
    WHERE g.sak_id = i AND vern.gjelder(g.fra, g.til) AND formaal = ANY (g.formal)
$$;

REVOKE ALL ON FUNCTION vern.noe_dekker_til FROM PUBLIC;
