"""Documents uploaded under a tiltak: known by what they are, given out as downloads, gone when taken away."""

import zipfile
import zlib
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, connection, transaction
from PIL import Image

from felles.skjema import NokkelFelt
from tests.factories.tiltak import ny_utgave, person, vedlegg
from tiltak.models import Vedlegg
from tiltak.models.filer import MAKS_FIL, les
from vern.kontekst import som as i_rollen_som

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.7\n1 0 obj<<>>endobj\n%%EOF\n"


def pakke(*navn: str, **innhold: bytes) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in innhold.items():
            package.writestr(name, data)
        for name in navn:
            package.writestr(name, "<x/>")
    return out.getvalue()


def ooxml(*navn: str) -> bytes:
    return pakke(*navn, **{"[Content_Types].xml": b'<Types xmlns="http://schemas.openxmlformats.org/"/>'})


def odf(slag: str, *navn: str) -> bytes:
    return pakke("content.xml", *navn, mimetype=f"application/vnd.oasis.opendocument.{slag}".encode())


def bilde(art: str = "PNG", *, farger: str = "RGB", **lagring) -> bytes:
    out = BytesIO()
    Image.new(farger, (40, 20), 1).save(out, art, **lagring)
    return out.getvalue()


def png_paa(bredde: int, hoyde: int) -> bytes:
    """A picture that says it is this large, in a few bytes."""
    head = b"IHDR" + bredde.to_bytes(4) + hoyde.to_bytes(4) + b"\x08\x02\0\0\0"
    return b"\x89PNG\r\n\x1a\n\0\0\0\r" + head + zlib.crc32(head).to_bytes(4) + bilde()[33:]


def last_opp(client, data: bytes, navn: str = "fil.pdf", nr: int = 12, **felt):
    form = {"nokkel": NokkelFelt.ny(), "tittel": "Referat frå møtet", "dato": "3.2.2026"} | felt
    return client.post(f"/tiltak/{nr}/legg-til/vedlegg/", form | {"fil": SimpleUploadedFile(navn, data)})


GODE = {
    "pdf": PDF,
    "docx": ooxml("word/document.xml"),
    "xlsx": ooxml("xl/workbook.xml"),
    "pptx": ooxml("ppt/presentation.xml"),
    "odt": odf("text"),
    "ods": odf("spreadsheet"),
    "odp": odf("presentation"),
    "png": bilde(),
    "jpeg": bilde("JPEG"),
}


@pytest.mark.parametrize("slag", GODE)
def test_a_document_is_known_by_its_content_and_given_out_as_a_download(slag, som):
    svar = last_opp(som("folkehelse"), GODE[slag], "noe helt annet.exe")
    assert svar.status_code == 302 and svar["Location"] == "/tiltak/12/#lenker"
    row = Vedlegg.objects.get(tittel="Referat frå møtet")
    page = som("fremmed").get("/tiltak/12/").text
    url = f"/tiltak/12/vedlegg/{row.pk}/"
    assert url in page and "Referat frå møtet" in page
    fil = som("fremmed").get(url)
    assert fil["Content-Disposition"] == f'attachment; filename="referat-fra-motet.{slag}"'
    assert fil["X-Content-Type-Options"] == "nosniff" and fil["Cache-Control"] == "no-store"
    assert fil["Content-Security-Policy"] == "default-src 'none'; frame-ancestors 'none'; sandbox"
    assert fil["Content-Type"].startswith("image/" if slag in ("png", "jpeg") else "application/")
    assert len(fil.content) == row.storrelse
    assert slag in ("png", "jpeg") or fil.content == GODE[slag]


DARLIGE = {
    "nettside med navnet .pdf": (b"<html><script>alert(1)</script>", "ikke PDF, et kontordokument"),
    "program": (b"MZ" + b"\0" * 400, "ikke PDF, et kontordokument"),
    "svg": (b'<svg xmlns="http://www.w3.org/2000/svg"/>', "ikke PDF, et kontordokument"),
    "gif": (b"GIF89a" + b"\0" * 40, "ikke PDF, et kontordokument"),
    "tom": (b"", "Filen er tom."),
    "avkortet pdf": (b"%PDF-1.7 x", "Filen er skadet"),
    "11 MB": (b"%PDF-1.7" + b"x" * 11_000_000, "Filen er 11 MB. Den kan være høyst 10 MB."),
    "avkortet bilde": (bilde()[:50], "Filen er skadet"),
    "avkortet foto": (bilde("JPEG")[:200], "Filen er skadet"),
    "bildebombe": (png_paa(4000, 3126), "høyst 12,5 millioner bildepunkter"),
    "stor bildebombe": (png_paa(60_000, 60_000), "høyst 12,5 millioner bildepunkter"),
    "zip": (pakke("notat.txt"), "ikke PDF, et kontordokument"),
    "zip med tomt mimetype": (pakke("content.xml", mimetype=b"text/plain"), "ikke PDF, et kontordokument"),
    "avkortet docx": (GODE["docx"][:-30], "Filen er skadet"),
    "makroer": (ooxml("word/document.xml", "word/vbaProject.bin"), "Filen har makroer"),
    "makroer i odt": (odf("text", "Basic/script.xml"), "Filen har makroer"),
    "zipbombe": (ooxml(*(f"word/{n}" for n in range(5001))), "for stor når den pakkes ut"),
    "gammel doc": (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "gammelt format"),
}


@pytest.mark.parametrize("slag", DARLIGE)
def test_what_is_something_else_is_refused_in_plain_words_and_nothing_is_stored(slag, som):
    data, melding = DARLIGE[slag]
    svar = last_opp(som("slt"), data)
    assert svar.status_code == 200 and melding in svar.text and "Referat frå møtet" in svar.text
    assert not Vedlegg.objects.exists()


def test_what_is_hidden_in_a_picture_is_gone(som):
    exif = Image.Exif()
    exif[0x0110], exif[0x0112] = "Kamera hemmelig", 6
    last_opp(som("slt"), bilde("JPEG", exif=exif, comment=b"hemmelig"))
    stored = bytes(Vedlegg.objects.get().innhold)
    assert b"hemmelig" not in stored and b"Exif" not in stored
    assert Image.open(BytesIO(stored)).size == (20, 40)  # turned as the camera said


@pytest.mark.parametrize("farger", ["1", "L", "LA", "P", "RGBA"])
def test_a_picture_may_have_any_common_kind_of_colour(farger, som):
    assert last_opp(som("slt"), bilde(farger=farger)).status_code == 302


def test_ten_megabytes_go_in(som):
    data = PDF[:-6].ljust(MAKS_FIL - 6, b" ") + b"%%EOF\n"
    assert last_opp(som("slt"), data).status_code == 302
    assert Vedlegg.objects.get().storrelse == MAKS_FIL


def test_the_same_form_sent_twice_stores_one(som):
    client, key = som("slt"), NokkelFelt.ny()
    assert {last_opp(client, PDF, nokkel=key).status_code for _time in range(2)} == {302}
    assert Vedlegg.objects.count() == 1


@pytest.mark.parametrize("navn", ["a\0b.pdf", "../../etc/passwd", 'x"; filename=y.html', "x" * 5000])
def test_the_name_of_the_file_is_never_used(navn, som):
    assert last_opp(som("slt"), PDF, navn).status_code in (302, 400)
    for row in Vedlegg.objects.all():
        assert row.filnavn == "referat-fra-motet.pdf"


def test_a_title_without_letters_still_gives_a_file_name():
    assert Vedlegg(tittel='"…/', filtype="pdf").filnavn == "dokument.pdf"


@pytest.mark.parametrize("tittel", ["Om 010203 12345", "", "x" * 201])
def test_a_title_that_cannot_be_stored_keeps_what_was_typed_and_asks_for_the_file_again(tittel, som):
    svar = last_opp(som("slt"), PDF, tittel=tittel)
    assert svar.status_code == 200 and tittel in svar.text and "Velg filen på nytt" in svar.text
    assert not Vedlegg.objects.exists()


def test_a_form_without_a_file_asks_for_one(som):
    svar = som("slt").post(
        "/tiltak/12/legg-til/vedlegg/", {"nokkel": NokkelFelt.ny(), "tittel": "A", "dato": "3.2.2026"}
    )
    assert svar.status_code == 200 and "Velg en fil." in svar.text


def endre(client, row, **felt):
    form = {"tittel": row.tittel, "dato": "3.2.2026", "versjon": row.versjon} | felt
    return client.post(f"/tiltak/{row.tiltak.nr}/endre/vedlegg/{row.pk}/", form)


def test_what_is_taken_away_is_gone_and_its_history_stays(som):
    row = vedlegg(12)
    assert endre(som("folkehelse"), row, tatt_bort="on").status_code == 302
    row.refresh_from_db()
    assert row.tatt_bort and row.innhold is None
    assert [h.tittel for h in row.history.all()] == ["Referatet"] * 2
    assert som("slt").get(f"/tiltak/12/vedlegg/{row.pk}/").status_code == 404
    assert "Referatet" not in som("slt").get("/tiltak/12/").text


def test_title_and_date_are_changed_and_the_bytes_stand(som):
    row = vedlegg(12)
    assert endre(som("folkehelse"), row, tittel="Rettet").status_code == 302
    stored = Vedlegg.objects.get()
    assert (stored.tittel, bytes(stored.innhold)) == ("Rettet", bytes(row.innhold))
    assert "mens du skrev" in endre(som("slt"), row, tittel="Min").text


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE tiltak_vedlegg SET innhold = 'x'",
        "UPDATE tiltak_vedlegg SET tatt_bort = true",
        "UPDATE tiltak_vedlegg SET filtype = 'odt'",
        "DELETE FROM tiltak_vedlegg",
    ],
)
def test_the_database_itself_refuses_other_bytes_and_half_removal(sql):
    vedlegg(12)
    with i_rollen_som(person("slt")), pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)


def test_the_page_does_not_fetch_the_bytes_and_asks_as_often_with_many(som):
    client, counts = som("slt"), []
    for _round in range(2):
        with connection.execute_wrapper(_husk(asked := [])):
            client.get("/tiltak/12/")
        counts.append(len(asked))
        assert not any('"tiltak_vedlegg"."innhold"' in sql for sql in asked)
        for n in range(10):
            vedlegg(12, tittel=f"Nr. {n}")
    assert counts[0] == counts[1]


def _husk(asked: list[str]):
    def wrapper(execute, sql, params, many, context):
        asked.append(sql)
        return execute(sql, params, many, context)

    return wrapper


def test_a_document_is_found_by_its_title(som):
    vedlegg(12, tittel="Skogfinnplakaten")
    assert "Skogfinnplakaten" in som("fremmed").get("/sok/?q=skogfinnplakaten").text


def test_documents_follow_a_tiltak_into_the_next_edition():
    row = vedlegg(12)
    ny_utgave()
    copy = Vedlegg.objects.exclude(pk=row.pk).get()
    assert copy.tiltak.plan.er_gjeldende and bytes(copy.innhold) == bytes(row.innhold)


def test_half_a_picture_is_refused_also_where_weasyprint_lets_it_pass(monkeypatch):
    monkeypatch.setattr("PIL.ImageFile.LOAD_TRUNCATED_IMAGES", True)
    with pytest.raises(ValidationError):
        les(bilde()[:50])


def test_a_large_photograph_is_read_at_half_its_size_and_a_larger_one_not_at_all():
    """What is drawn inside the request is at most what a telephone takes, whatever the file says it is."""

    def foto(bredde: int, hoyde: int) -> bytes:
        out = BytesIO()
        Image.new("RGB", (bredde, hoyde), "#005b7f").save(out, "JPEG")
        return out.getvalue()

    assert Image.open(BytesIO(les(foto(5000, 4200)).innhold)).size == (2500, 2100)
    assert Image.open(BytesIO(les(foto(4032, 3024)).innhold)).size == (4032, 3024)
    with pytest.raises(ValidationError, match="høyst 25 millioner bildepunkter"):
        les(foto(6001, 4200))
