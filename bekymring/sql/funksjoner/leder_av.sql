-- Who has led the case longest, of those who lead it now.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.leder_av(i uuid) RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
    SELECT t.user_id FROM bekymring_tilgang t JOIN brukere_bruker b ON b.id = t.user_id AND b.is_active
    WHERE t.sak_id = i AND t.rett = 'led'
      AND vern.gjelder(t.fra, t.til)
      AND vern.rett_gjelder(t.user_id, t.grunnlag, t.sone, t.sted_id) AND NOT vern.er_sperret(i, t.user_id)
    ORDER BY t.fra, t.id LIMIT 1
$$;

REVOKE ALL ON FUNCTION vern.leder_av FROM PUBLIC;
