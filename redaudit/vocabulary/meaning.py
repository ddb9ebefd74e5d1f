"""What a code, a caption or a level means, in plain words with its legal source."""

from redaudit.vocabulary.caption import CAPTIONS
from redaudit.vocabulary.exemption import canonical_code
from redaudit.vocabulary.level import level_named

# 5 U.S.C. 552(b)(1) to (9)
_FOIA = {
    "B1": "properly classified under an executive order, in the interest of national defense or foreign policy",
    "B2": "related solely to the internal personnel rules and practices of an agency",
    "B3": "exempted from disclosure by another statute, which should stand beside the code",
    "B4": "trade secrets and confidential commercial or financial information obtained from a person",
    "B5": "privileged memoranda or letters inside or between agencies; no deliberative privilege after 25 years",
    "B6": "personnel, medical and similar files: a clearly unwarranted invasion of personal privacy",
    "B7": "records compiled for law enforcement, where one of the harms (A) to (F) could be expected",
    "B7(A)": "could interfere with enforcement proceedings",
    "B7(B)": "would deprive a person of a fair trial",
    "B7(C)": "could be an unwarranted invasion of personal privacy, in law enforcement records",
    "B7(D)": "could disclose a confidential source",
    "B7(E)": "would disclose techniques, procedures or guidelines of law enforcement",
    "B7(F)": "could endanger a person's life or safety",
    "B8": "reports on the examination of financial institutions",
    "B9": "geological and geophysical information about wells",
}


def explain(code: str) -> str | None:
    """The meaning of an exemption code, a caption or a level, with its source; None for what is not known here."""
    if (canonical := canonical_code(code)) in _FOIA:
        paragraph = "".join(f"({part})" for part in canonical[1:].replace(")", "").split("("))
        return f"{canonical}: {_FOIA[canonical]}\nSource: 5 U.S.C. 552(b){paragraph}"
    for caption in CAPTIONS:
        if code.upper() in (caption.name, *caption.short):
            return f"{caption.name}: {caption.meaning}\nSource: {caption.source}"
    if level := level_named(code):
        kind = (
            "a level of classification" if level.classified else "a control on unclassified matter, or no class at all"
        )
        return f"{level.name} ({level.mark}): {kind}\nSource: E.O. 13526 1.2; 32 CFR 2001.24"
    return None
