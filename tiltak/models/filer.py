"""What an uploaded file is, told by its content and never by its name. No database.

PDF, office documents and pictures (beslutninger 28). A picture is drawn anew, so that place, camera and whatever else
was hidden in it are gone. Nothing is ever opened for others here: the file goes out as it came, as a download."""

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from PIL import Image, ImageFile, ImageOps

from ..choices import Filtype

MAKS_FIL = 10_000_000
MAKS_UTPAKKET = 200_000_000  # what an office file says it holds; only its table of contents is unpacked
MAKS_DELER = 5_000
MAKS_INNHOLDSLISTE = 1_000_000
MAKS_BILDEPUNKTER = 12_500_000  # a telephone's picture; drawing it anew takes under a second inside the request
MAKS_JPEG = 2 * MAKS_BILDEPUNKTER  # read at half the width and height, which costs less than a whole one of the former
OFFICE = {"word/document.xml": Filtype.DOCX, "xl/workbook.xml": Filtype.XLSX, "ppt/presentation.xml": Filtype.PPTX}
ODF = {
    b"application/vnd.oasis.opendocument.text": Filtype.ODT,
    b"application/vnd.oasis.opendocument.spreadsheet": Filtype.ODS,
    b"application/vnd.oasis.opendocument.presentation": Filtype.ODP,
}
MAKRO = ("vbaproject.bin", "basic/", "scripts/")
FARGER = {"1": "L", "L": "L", "RGB": "RGB", "CMYK": "RGB", "YCbCr": "RGB"}  # the rest may see through: RGBA
KJENTE_FARGER = {*FARGER, "LA", "P", "PA", "RGBA"}


@dataclass(frozen=True)
class Fil:
    filtype: Filtype
    innhold: bytes


def les(data: bytes) -> Fil:
    """The file as it will be stored, or a ValidationError that says why it cannot be."""
    krev_storrelse(len(data))
    if not data:
        raise ValidationError(_("Filen er tom."))
    if data.startswith(b"%PDF-"):
        if b"%%EOF" not in data:
            raise _skadet()
        return Fil(Filtype.PDF, data)
    if data.startswith(b"PK\x03\x04"):
        return Fil(_kontor(data), data)
    if data.startswith((b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")):
        return _bilde(data)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise ValidationError(_("Filen er i et gammelt format eller har passord. Lagre den på nytt uten passord."))
    raise _ukjent()


def krev_storrelse(antall: int) -> None:
    """At most 10 MB, told before anything is read."""
    if antall > MAKS_FIL:
        raise ValidationError(
            _("Filen er %(mb)s MB. Den kan være høyst %(maks)s MB.")
            % {"mb": round(antall / 1e6), "maks": MAKS_FIL // 1_000_000}
        )


def _ukjent() -> ValidationError:
    return ValidationError(_("Filen er ikke PDF, et kontordokument eller et bilde. Navnet på filen teller ikke."))


def _skadet() -> ValidationError:
    return ValidationError(_("Filen er skadet og kan ikke lagres. Prøv med en annen fil."))


def _kontor(data: bytes) -> Filtype:
    """Which office format the package is, without unpacking more than its table of contents."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            parts = package.infolist()
            names = {part.filename for part in parts}
            if sum(part.file_size for part in parts) > MAKS_UTPAKKET or len(parts) > MAKS_DELER:
                raise ValidationError(_("Filen er for stor når den pakkes ut."))
            if any(navn.lower().startswith(MAKRO) or navn.lower().endswith(MAKRO) for navn in names):
                raise ValidationError(_("Filen har makroer. Lagre den uten makroer, eller som PDF."))
            if "mimetype" in names and package.getinfo("mimetype").file_size < 100:
                found = ODF.get(package.read("mimetype").strip())
                if found and "content.xml" in names:
                    return found
            found = next((OFFICE[navn] for navn in OFFICE if navn in names), None)
            if found and "[Content_Types].xml" in names and _innholdsliste(package):
                return found
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, OSError, ValueError, zlib.error):
        raise _skadet() from None
    raise _ukjent()


def _innholdsliste(package: zipfile.ZipFile) -> bool:
    """The list of parts is there, whole and of a size to read."""
    info = package.getinfo("[Content_Types].xml")
    return info.file_size <= MAKS_INNHOLDSLISTE and b"openxmlformats" in package.read(info)


def _bilde(data: bytes) -> Fil:
    """Drawn anew, turned the way the camera said, with nothing but the picture in it."""
    try:
        with _hele_bilder(), Image.open(BytesIO(data), formats=["PNG", "JPEG"]) as image:
            _krev_bildepunkter(image)
            if image.mode not in KJENTE_FARGER:
                raise _skadet()
            filtype = Filtype.PNG if image.format == "PNG" else Filtype.JPEG
            drawn = ImageOps.exif_transpose(image).convert(_farger(image))
    except ValidationError:
        raise
    except Image.DecompressionBombError:
        raise _for_mange(MAKS_BILDEPUNKTER) from None
    except Exception:  # a reader of somebody else's picture: whatever it stumbles on is the picture's fault
        raise _skadet() from None
    drawn.info.clear()
    out = BytesIO()
    drawn.save(out, filtype.value, **({"quality": 90} if filtype is Filtype.JPEG else {}))
    krev_storrelse(out.tell())
    return Fil(filtype, out.getvalue())


def _krev_bildepunkter(image: Image.Image) -> None:
    """Known from the picture's head, before anything is drawn. A large photograph is read smaller."""
    points, limit = image.width * image.height, MAKS_JPEG if image.format == "JPEG" else MAKS_BILDEPUNKTER
    if points > limit:
        raise _for_mange(limit)
    if points > MAKS_BILDEPUNKTER:
        image.draft(None, (image.width // 2, image.height // 2))


def _for_mange(limit: int) -> ValidationError:
    return ValidationError(
        _("Bildet er for stort. Det kan ha høyst %(maks)s millioner bildepunkter. Gjør det mindre, og prøv igjen.")
        % {"maks": f"{limit / 1e6:g}".replace(".", ",")}
    )


@contextmanager
def _hele_bilder() -> Iterator[None]:
    """Half a picture is an error here, also where WeasyPrint has told Pillow, for everybody, to let it pass."""
    before, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before


def _farger(image: Image.Image) -> str:
    return "RGBA" if "transparency" in image.info else FARGER.get(image.mode, "RGBA")
