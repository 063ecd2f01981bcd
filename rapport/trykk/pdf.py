"""HTML to PDF/A-2a and PDF/UA-1 in one file. Imported by the worker only: the web process never loads WeasyPrint."""

import logging
from pathlib import Path
from typing import Any

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from .tegn import med_kjente_tegn, skriftfil

SKRIFT_ADRESSE = "skrift:inter"
MAKS_HTML = 2_000_000
TVETYDIG = b"\r\nendstream"

# WeasyPrint writes one conformance statement; the other is inserted here, with the schema PDF/A asks for.
UA = b"""<rdf:Description xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" rdf:about="" pdfuaid:part="1"/>
<rdf:Description xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" rdf:about=""
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>PDF/UA version identifier</pdfaProperty:description>
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description></rdf:RDF>"""


class Tegnefeil(Exception):
    """WeasyPrint said something: a warning here is a page that looks wrong or cannot be read aloud."""


class Henter(URLFetcher):
    """Refuses every address but pictures inside the document and our own font (B14: SSRF, local files)."""

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        if url == SKRIFT_ADRESSE:
            return URLFetcherResponse(url, Path(skriftfil()).read_bytes(), {"Content-Type": "font/woff2"})
        if url.startswith("data:image/svg+xml;base64,"):
            return super().fetch(url, headers)
        raise FatalURLFetchingError(f"Adressen er ikke tillatt: {url[:80]}")


class _Fangst(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.linjer: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.linjer.append(record.getMessage())


def _ferdig(_document: Any, pdf: Any) -> None:
    """Finisher: an uncompressed metadata stream that claims PDF/A-2a and PDF/UA-1, and streams whose end is plain.

    A packed stream whose last byte is a carriage return stands before the new line of `endstream`: a reader can't tell
    which of them is content, and says that the length is wrong. Unpacked it ends in text or padding. The two streams
    that list the document's own objects are made later than this: about one report in a hundred is still doubted.
    """
    for objekt in pdf.objects:
        if getattr(objekt, "extra", {}).get("Type") == "/Metadata":
            objekt.compress = False
            objekt.stream = [del_.replace(b"</rdf:RDF>", UA) for del_ in objekt.stream]
        elif getattr(objekt, "compress", False) and objekt.data.endswith(TVETYDIG):
            objekt.compress = False


def lag_pdf(html: str, *, identifikator: str) -> bytes:
    """The PDF of one report. The same HTML and identifier give the same bytes in one image."""
    if len(html) > MAKS_HTML:
        raise Tegnefeil("Rapporten er for stor.")
    logg, fangst = logging.getLogger("weasyprint"), _Fangst()
    logg.addHandler(fangst)
    try:
        skrift = FontConfiguration()
        henter = Henter(allowed_protocols={"data"})
        stil = CSS(
            string=f'@font-face {{ font-family: Inter; src: url("{SKRIFT_ADRESSE}"); }}',
            font_config=skrift,
            url_fetcher=henter,
        )
        pdf: bytes = HTML(string=med_kjente_tegn(html), url_fetcher=henter, base_url="").write_pdf(
            stylesheets=[stil],
            font_config=skrift,
            finisher=_ferdig,
            pdf_variant="pdf/a-2a",
            pdf_tags=True,
            pdf_identifier=identifikator.encode()[:16],
        )
    except FatalURLFetchingError as feil:  # a BaseException of its own in WeasyPrint
        raise Tegnefeil(str(feil)) from None
    finally:
        logg.removeHandler(fangst)
    if fangst.linjer:
        raise Tegnefeil("; ".join(fangst.linjer[:3]))
    return pdf
