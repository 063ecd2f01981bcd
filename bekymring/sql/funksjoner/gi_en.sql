-- One right, written or lengthened. Called by the functions that have asked whether it may be given. In a closed case
-- nothing is given that opens it, whoever asks and why, but what two people have agreed on (R49).
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.gi_en(
    i uuid, hvem bigint, r text, s text, hvorfor text, grunn_id uuid, slutt timestamptz, giver bigint,
    hva text DEFAULT '', formaal text DEFAULT '', stedet bigint DEFAULT NULL,
    start timestamptz DEFAULT NULL, grense timestamptz DEFAULT NULL
) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
    IF r NOT IN ('se', 'led') AND vern.er_lukket(i) AND NOT (hvorfor = 'gjenapning' AND EXISTS (
        SELECT FROM bekymring_gjenapning g
        WHERE g.id = grunn_id AND g.sak_id = i AND g.leser_id = hvem AND r = 'les' AND s = ANY (g.soner)
          AND vern.gjelder(g.fra, g.til) AND g.avsluttet IS NULL AND slutt <= g.til))
    THEN
        RAISE EXCEPTION 'saken er lukket' USING ERRCODE = 'insufficient_privilege';
    END IF;
    INSERT INTO bekymring_tilgang AS t
        (user_id, permission_id, sak_id, rett, sone, grunnlag, grunn, opplysning, formal, sted_id, fra, til, lengst, gitt_av_id,
        sist_endret)
    SELECT hvem, p.id, i, r, s, hvorfor, grunn_id, hva, formaal, stedet,
        greatest(start, statement_timestamp()), slutt, grense, giver,
        statement_timestamp()
    FROM auth_permission p JOIN django_content_type c ON c.id = p.content_type_id
    WHERE c.app_label = 'bekymring' AND c.model = 'sak'
      AND p.codename = CASE r WHEN 'led' THEN 'led_sak' WHEN 'egne' THEN 'les_egne' ELSE r || '_' || s END
    ON CONFLICT (sak_id, user_id, rett, sone, grunnlag, grunn) WHERE NOT (rett = 'se') DO UPDATE SET
        til = excluded.til, lengst = excluded.lengst,
        fra = CASE WHEN vern.gjelder(t.fra, t.til) THEN least(t.fra, excluded.fra) ELSE excluded.fra END,
        opplysning = excluded.opplysning, formal = excluded.formal, sted_id = excluded.sted_id,
        gitt_av_id = excluded.gitt_av_id;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'ukjent rettighet % %', r, s USING ERRCODE = 'invalid_parameter_value';
    END IF;
END
$$;

REVOKE ALL ON FUNCTION vern.gi_en FROM PUBLIC;
