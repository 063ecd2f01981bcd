"""With worker and scheduler running the logs are sealed by themselves."""

from vern.segl import _les


def test_a_refused_try_is_sealed_and_its_head_stands_in_the_file_within_seconds(hus):
    hoder = hus.mappe / "logghode" / "hoder.txt"
    hus.arbeider()
    hus.klokke()
    hus.sql(
        "INSERT INTO vern_avvist (tid, referanse, side, metode) VALUES (now(), 'x', 'x', 'GET')",
        rolle="hp_logg",
    )

    def forseglet():
        rader = hus.sql("SELECT nr, encode(hash, 'hex') FROM vern_segl WHERE logg = 'vern_avvist'")
        if not (rader and hoder.exists()):
            return False
        with hoder.open() as fil:
            return set(rader) <= set(_les(fil).items())

    hus.vent(forseglet)
