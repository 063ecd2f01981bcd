-- Does a ground name this recipient, this kind of information and this purpose? A relation to one person, mentor or
-- ansvarsgruppe, may name the person; for all else the recipient is a workplace. «Med navn» covers «uten navn», and
-- nothing else covers another.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.grunnlag_navner(
    g bekymring_delingsgrunnlag, sted bigint, hvem bigint, hva text, formaal text
) RETURNS boolean
LANGUAGE sql IMMUTABLE
AS $$
    SELECT formaal = ANY (g.formal)
        AND (hva = ANY (g.opplysninger) OR hva = 'uten_navn' AND 'med_navn' = ANY (g.opplysninger))
        AND (g.mottaker_id = sted AND formaal <> 'mentor'
             OR g.mottaker_person_id = hvem AND formaal IN ('ansvarsgruppe', 'mentor'))
$$;

REVOKE ALL ON FUNCTION vern.grunnlag_navner FROM PUBLIC;
