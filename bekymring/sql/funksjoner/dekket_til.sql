-- The one gate: until when does a ground cover this recipient, this kind of information and this purpose, in this case,
-- at this age? NULL: not now. Every opening asks here, and every grant is asked for again when something changes
-- (vern.prov_tilganger), so that what is shown and what is covered are one thing (R1, R2, R16).
--
-- `sted` is where the recipient works, `hvem` the person; a case that has been stopped or closed is covered by nothing.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.dekket_til(i uuid, sted bigint, hvem bigint, hva text, formaal text) RETURNS timestamptz
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    sak record; slutt timestamptz; loven timestamptz; senere timestamptz; dag date := vern.dagen(); skifte timestamptz;
BEGIN
    SELECT s.modus, s.tilstand, s.kjernegruppe_id INTO sak FROM bekymring_sak s
    WHERE s.id = i AND s.tilstand NOT IN ('stanset', 'avsluttet', 'overfort', 'sperret');
    IF NOT FOUND OR vern.er_sperret(i, hvem) THEN
        RETURN NULL;
    END IF;
    IF hva = 'uten_navn' AND sak.modus <> 'anonym' THEN
        hva := 'med_navn';  -- who the person is, is known: the same texts say more
    END IF;
    IF formaal = 'drofting' THEN
        RETURN (SELECT coalesce(m.til, 'infinity') FROM bekymring_medlemskap m
                WHERE m.gruppe_id = sak.kjernegruppe_id AND m.bruker_id = hvem AND vern.gjelder(m.fra, m.til)
                  AND sak.modus = 'anonym' AND sak.tilstand = 'anonym_drofting' AND hva = 'uten_navn' LIMIT 1);
    END IF;
    slutt := vern.samtykket_til(i, sted, hvem, hva, formaal, dag);
    LOOP  -- on a birthday others must have consented: the grant lasts on only where they have
        dag := vern.neste_bursdag(i, dag);
        skifte := dag::timestamp AT TIME ZONE 'Europe/Oslo';
        EXIT WHEN skifte IS NULL OR slutt IS NULL OR slutt <= skifte;
        senere := vern.samtykket_til(i, sted, hvem, hva, formaal, dag);
        slutt := CASE WHEN senere > skifte THEN senere ELSE skifte END;
    END LOOP;
    SELECT max(least(g.til, (h.gyldig_til::timestamp AT TIME ZONE 'Europe/Oslo'),
                     CASE WHEN g.bekreftet_av_id IS NULL THEN g.bekreftes_innen END)) INTO loven
    FROM bekymring_delingsgrunnlag g JOIN bekymring_hjemmel h ON h.id = g.hjemmel_id
        LEFT JOIN samarbeid_aktor a ON a.id = g.mottaker_id
    WHERE g.sak_id = i AND g.samtykke_id IS NULL AND vern.gjelder(g.fra, g.til)
      AND (g.bekreftet_av_id IS NOT NULL OR h.haster AND g.bekreftes_innen > statement_timestamp())
      AND vern.grunnlag_navner(g, sted, hvem, hva, formaal) AND vern.hjemmel_gjelder(h) AND h.for_deling
      AND a.sone = ANY (h.mottakersoner) AND hva = ANY (h.opplysninger) AND formaal = ANY (h.formal);
    RETURN greatest(slutt, loven);
END
$$;

REVOKE ALL ON FUNCTION vern.dekket_til FROM PUBLIC;
