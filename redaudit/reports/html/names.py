"""What a report calls what the model knows by short words: marks, ink, redactions, what is hidden, columns."""

from redaudit.model.document import Holding, Ink
from redaudit.model.mark import RedactionKind

_DETECTORS = {
    "authority-block": "authority block",
    "banner-line": "banner",
    "cable-header": "telegram's format line",
    "caption": "caption",
    "caption-review": "review of captions",
    "case-number": "case number",
    "classification": "classification",
    "copy-number": "copy number",
    "deleted-pages": "sheet of deleted pages",
    "document-date": "date",
    "document-number": "document number",
    "exemption-code": "exemption code",
    "foreign-marking": "another government's marking",
    "impossible-code": "code that does not exist",
    "message-attributes": "archival attributes",
    "message-end": "end of a telegram",
    "message-reference": "telegram number",
    "order-line": "executive order line",
    "page-count": "page number",
    "paragraph": "paragraph number",
    "portion-mark": "portion mark",
    "redacted-span": "withheld passage",
    "release-stamp": "release stamp",
    "source-list": "list of sources",
    "source-note": "source note",
    "statute": "statute",
    "subject": "subject",
}
INKS = {
    Ink.PLAIN: "plain",
    Ink.STRUCK: "struck",
    Ink.LIKELY_STRUCK: "likely struck",
    Ink.UNDERLINED: "underlined",
    Ink.PENDING: "marked, never applied",
}
REDACTIONS = {
    RedactionKind.PLACEHOLDER: "words in its place",
    RedactionKind.GAP: "blank space",
    RedactionKind.BOX: "box",
    RedactionKind.MASK: "masked letters",
    RedactionKind.PAGE: "whole page",
}
_WHYS = {
    "transparent": "printed without any colour",
    "ground-colour": "printed in the colour of the ground",
    "off-page": "printed beyond the edge of the page",
    "clipped": "printed where the page is cut off",
    "tiny": "printed too small to see",
    "covered": "printed over by something later",
    "invisible-layer": "in an invisible layer that says what the picture does not show",
    "switched-off": "in a layer that is switched off",
    "under-redaction": "under a redaction",
}
HOLDINGS = {
    Holding.REVISION: "an earlier version",
    Holding.ATTACHMENT: "an attached file",
    Holding.BOOKMARK: "a bookmark",
    Holding.STRUCTURE: "the text for screen readers and links",
    Holding.METADATA: "the file's description",
    Holding.COMMENT: "a comment",
    Holding.FONT: "a font",
    Holding.FIELD: "a form field",
}


# The columns that may have rivals or doubts.
COLUMNS = {
    "document_id": "document number",
    "case_number": "case number",
    "message_reference": "telegram number",
    "subject": "subject",
    "pages_stated": "pages stated",
    "original_classification": "original classification",
    "original_captions": "captions",
    "original_date": "date of the document",
    "original_order": "order cited",
    "classified_by": "classified by",
    "classification_reasons": "reasons for classification",
    "declassify_on": "declassify on",
    "release_status": "outcome of the release",
    "release_classification": "classification of the released copy",
    "release_date": "date of release",
    "release_authority": "released by",
    "withheld_classification": "classification of what is withheld",
    "withheld_reasons": "reasons for withholding",
    "withheld_until": "withheld until",
    "exemptions": "exemption codes",
    "statutes": "statutes",
    "deleted_pages": "deleted pages",
    "banners_struck": "banners lined through",
    "classification_change": "change of classification",
}


def of_redaction(index: int) -> str:
    """The number of a redaction, on the page and beside it."""
    return f"R{index + 1}"


def of_finding(index: int) -> str:
    """The number of a finding, on its flag and beside the page."""
    return f"F{index + 1}"


def of_detector(detector: str) -> str:
    """What a kind of mark is called, by the detector that finds it."""
    return _DETECTORS.get(detector, detector.replace("-", " "))


def of_why(why: str) -> str:
    """Why no eye sees what a page holds."""
    return _WHYS.get(why, why)
