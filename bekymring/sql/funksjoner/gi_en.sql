-- One right, written or lengthened. Called by the functions that have asked whether it may be given.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.gi_en(
    i uuid, hvem bigint, r text, s text, hvorfor text, grunn_id uuid, slutt timestamptz, giver bigint,
    hva text DEFAULT '', formaal text DEFAULT '', stedet bigint DEFAULT NULL,
    start timestamptz DEFAULT NULL
) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
    INSERT INTO bekymring_tilgang AS t
        (user_id, permission_id, sak_id, rett, sone, grunnlag, grunn, opplysning, formal, sted_id, fra, til, gitt_av_id,
        sist_endret)
    SELECT hvem, p.id, i, r, s, hvorfor, grunn_id, hva, formaal, stedet,
        greatest(start, statement_timestamp()), slutt, giver,
        statement_timestamp()
    FROM auth_permission p JOIN django_content_type c ON c.id = p.content_type_id
    WHERE c.app_label = 'bekymring' AND c.model = 'sak'
      AND p.codename = CASE r WHEN 'led' THEN 'led_sak' WHEN 'egne' THEN 'les_egne' ELSE r || '_' || s END
    ON CONFLICT (sak_id, user_id, rett, sone, grunnlag, grunn) WHERE NOT (rett = 'se') DO UPDATE SET
        til = excluded.til,
        fra = CASE WHEN vern.gjelder(t.fra, t.til) THEN least(t.fra, excluded.fra) ELSE excluded.fra END,
        opplysning = excluded.opplysning, formal = excluded.formal, sted_id = excluded.sted_id,
        gitt_av_id = excluded.gitt_av_id;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'ukjent rettighet % %', r, s USING ERRCODE = 'invalid_parameter_value';
    END IF;
END
$$;

REVOKE ALL ON FUNCTION vern.gi_en FROM PUBLIC;
