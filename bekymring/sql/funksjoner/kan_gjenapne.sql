-- Who may ask for a closed case to be opened, and who may answer: a koordinator or the personvernombud, never one
-- who is barred. That they are one of each is asked when the answer comes.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.kan_gjenapne(i uuid, hvem bigint) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
    SELECT NOT vern.er_sperret(i, hvem)
        AND (vern.er_na(hvem, 'koordinator') OR vern.er_na(hvem, 'personvernombud'))
$$;

REVOKE ALL ON FUNCTION vern.kan_gjenapne FROM PUBLIC;
