-- Who is told what is left in a case: the koordinator who has it, else one who leads it, else the deputy on duty.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.koordinator_for(i uuid) RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
    SELECT coalesce(
        (SELECT t.user_id FROM bekymring_tilgang t JOIN brukere_bruker b ON b.id = t.user_id AND b.is_active
            JOIN bekymring_sak s ON s.id = t.sak_id
         WHERE t.sak_id = i AND t.rett = 'led' AND t.grunnlag IN ('koordinator', 'saksansvarlig')
           AND vern.gjelder(t.fra, t.til) AND vern.rett_gjelder(t.user_id, t.grunnlag, t.sone, t.sted_id)
           AND NOT vern.er_sperret(i, t.user_id)
         ORDER BY t.user_id = s.saksansvarlig_id DESC, t.fra, t.id LIMIT 1),
        vern.vakt(ARRAY(SELECT p.bruker_id FROM bekymring_sperre p WHERE p.sak_id = i AND vern.varer(p.til))))
$$;

REVOKE ALL ON FUNCTION vern.koordinator_for FROM PUBLIC;
