-- Text made ready to be searched: SQL's twin of felles.sok.sokbar. lower and replace pass over the text at the speed of
-- memory; marks are taken off only where there is a letter that may have one (also one written in two
-- pieces, as older rows may be). Å is one letter: it is put away while the marks come off.

CREATE FUNCTION vern.sokbar(tekst text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN replace(replace(replace(replace(replace(replace(replace(
    CASE WHEN tekst ~ '[^\u0001-\u00bf\u2010-\u2027ÆØÅæøå]' THEN
        replace(normalize(regexp_replace(normalize(replace(translate(
            lower(normalize(tekst, NFC) COLLATE "pg_c_utf8"),
            'äöđðłŋŧħı', 'æøddlnthi'), 'å', U&'\E000'), NFD), '[\u0300-\u036f]', '', 'g'), NFC), U&'\E000', 'å')
    ELSE
        lower(tekst COLLATE "pg_c_utf8")
    END,
    '/', ' '), '.', ' '), ':', ' '), '@', ' '), '_', ' '), '-', ' '), 'aa', 'å');

REVOKE ALL ON FUNCTION vern.sokbar FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.sokbar TO hp_web, hp_worker;
