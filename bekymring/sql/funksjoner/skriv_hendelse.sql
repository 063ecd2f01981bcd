-- What the database itself did in a case. By whoever's act it followed from; by nobody, which is shown as «systemet»,
-- when it was the clock. Where the case went is told only when it moved.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.skriv_hendelse(
    i uuid, hva text, fra_tilstand text DEFAULT '', til_tilstand text DEFAULT ''
) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
    INSERT INTO bekymring_hendelse (id, sak_id, sone, art, fra, til, av_id, tid)
    VALUES (gen_random_uuid(), i, 'felles', hva, fra_tilstand, til_tilstand, vern.uid(), statement_timestamp())
$$;

REVOKE ALL ON FUNCTION vern.skriv_hendelse FROM PUBLIC;
