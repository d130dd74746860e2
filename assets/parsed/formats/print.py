"""Documents for print: PDF with a layer of text, and DOCX, as press offices publish their releases.

Here: their text and what they say of themselves. Not here: pictures of pages; their letters would have to be guessed.
"""

from __future__ import annotations

import io
import logging
import zipfile
import zlib
from typing import Final

from assets.parsed.formats.within import NO_TEXT, Opened, Pages, Within
from assets.parsed.formats.wrapped import unwrapped
from assets.parsed.model import Metadata, Page, Problem

TITLES: Final = ("Title", "Heading 1")
PDF_BROKEN: Final = (ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError, OSError, AssertionError)
DOCX_BROKEN: Final = (KeyError, ValueError, SyntaxError, AttributeError, RuntimeError, zipfile.BadZipFile, zlib.error, OSError)


class PdfReader:
    """A PDF."""

    def open(self, content: bytes, within: Within) -> Opened | None:
        """The document, for the signature."""
        return Opened("application/pdf", NO_TEXT, self._pages(content, within)) if content.startswith(b"%PDF-") else None

    def _pages(self, content: bytes, within: Within) -> Pages:
        """The one document."""
        import pypdf
        from pypdf.errors import PyPdfError

        logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it could not read shows in what it raises, or in the text
        try:
            pdf = pypdf.PdfReader(io.BytesIO(content))
            if pdf.is_encrypted and not pdf.decrypt(""):
                yield Problem("encrypted", "a PDF with a password")
                return
            if len(pdf.pages) > within.limits.pages:
                yield Problem("too_many_pages", f"{len(pdf.pages)} pages")
                return
            text = unwrapped("\n".join(page.extract_text() for page in pdf.pages))
        except (PyPdfError, *PDF_BROKEN) as error:
            yield Problem("broken_pdf", f"{type(error).__name__}: {error}"[:200])
            return
        yield Page(text) if text.strip() else Problem("no_text", "pages without a layer of text: pictures of a text")


def docx_pages(content: bytes) -> Pages:
    """The one text in a document of a word processor (Office Open XML)."""
    import docx
    from docx.opc.exceptions import OpcError

    try:
        document = docx.Document(io.BytesIO(content))
    except (OpcError, *DOCX_BROKEN) as error:
        yield Problem("broken_docx", f"{type(error).__name__}: {error}"[:200])
        return
    paragraphs = [each for each in document.paragraphs if each.text.strip()]
    title = next((each.text for each in paragraphs if each.style is not None and each.style.name in TITLES), None)
    text = "\n\n".join(each.text for each in paragraphs)
    said = Metadata(title, language=document.core_properties.language or None)
    yield Page(text, said) if text else Problem("no_text", "a document without a text")
