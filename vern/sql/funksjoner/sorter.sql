-- The Norwegian sort key: one immutable function, so that demo, tests and production order alike without ICU.

CREATE FUNCTION vern.sorter(tekst text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN replace(
    translate(
        tekst,
        'ABCDEFGHIJKLMNOPQRSTUVWXYZÆæØøÅåÄäÖöÁáÀàÂâÃãÉéÈèÊêËëÍíÌìÎîÏïÓóÒòÔôÕõÚúÙùÛûÜüÝýŸÿÇçÑñŠšŽžČčĆćĐđÐðŁł',
        'abcdefghijklmnopqrstuvwxyz{{||}}{{||aaaaaaaaeeeeeeeeiiiiiiiioooooooouuuuuuyyyyyyccnnsszzccccddddll'
    ),
    'aa', '}'
);

REVOKE ALL ON FUNCTION vern.sorter FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.sorter TO hp_web, hp_worker, hp_vokter, hp_stat;
