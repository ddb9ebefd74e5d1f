"""Source notes: (text, level or the words that say there is none, captions)."""

import pytest

from redaudit.detectors.source_note import DETECTOR
from redaudit.model.document import Page
from redaudit.model.mark import Classification, Role, Wording

NOTES = [
    (
        "Source: Central Agency, Job 79-00000A, Box 9, Folder 3. Secret; Priority; RYBAT; PBTEST. Drafted by Example.",
        "SECRET",
        ("RYBAT", "PBTEST"),
    ),
    ("Source: Example Library, White File, NSC Records. Top Secret; Eyes Only.", "TOP SECRET", ("EYES ONLY",)),
    ("Source:\nDepartment of State, Central Files, POL\nRUR-US. Secret;\nExdis. Drafted by X.", "SECRET", ("EXDIS",)),
    ("Source: Example Library, Bundy, Vol.\n6. Top\nSecret; Sensitive.\n49. Memorandum", "TOP SECRET", ("SENSITIVE",)),
    (
        "Source: Department of State, Central Files, 786. A.l1/3–358. Confidential; Niact; Limit Distribution.",
        "CONFIDENTIAL",
        ("LIMIT DISTRIBUTION",),
    ),
    (
        "Source: Agency, Box 4. Secret; [handling restriction not declassified]; Noforn. Sent to Example.",
        "SECRET",
        ("NOFORN",),
    ),
    ("Source: Agency, Box 4. Top Secret; Ruff/[codeword not declassified].", "TOP SECRET", ("RUFF",)),
    ("Source: Archives, RG 59, POL 17. Confidential with Secret attachment. Drafted by X.", "CONFIDENTIAL", ()),
    ("Source: Archives, RG 59, POL 17. Limited Official Use; Immediate.", "LIMITED OFFICIAL USE", ()),
    ("Source: Archives, RG 59, POL 17. Official Use Only.", "OFFICIAL USE ONLY", ()),
    ("Source: Archives, RG 59, POL 17. Unclassified.", "UNCLASSIFIED", ()),
    ("Source: Archives, RG 59, POL 17. Operational Immediate; Secret; RYBAT.", "SECRET", ("RYBAT",)),
    ("Source: Archives, JCS Records, Top Secret Files, Box 3. Confidential; Limdis.", "CONFIDENTIAL", ("LIMDIS",)),
    ("Source: Ibid. Secret.", "SECRET", ()),
    ("Source: Archives, RG 59, POL 27 RUR–XXX, Secret; Nodis.", "SECRET", ("NODIS",)),
    ("Source: Agency, Folder 3.Secret; Priority. Drafted by X.", "SECRET", ()),
    ("Source: Archives, 601.0093/5–1553. Secret; drafted by the staff after the talk.", "SECRET", ()),
    ("Source: Archives, INR Files. Top Secret; SUEDE; Dissemination to U.S. agencies only.", "TOP SECRET", ("SUEDE",)),
    ("Source: Archives, 601.0093/5–1553. Confidential; Limdis.Drafted by X.", "CONFIDENTIAL", ("LIMDIS",)),
    ("[Source: Library, Vol. I. Top Secret Umbra. 2 pages. Not declassified.]", "TOP SECRET", ("UMBRA",)),
    ("1 Source: Archives, RG 59, “Talks.” Secret; Nodis; Cherokee.", "SECRET", ("NODIS", "CHEROKEE")),
    ("Source: Archives, U.S. Mission Files. No classification marking. A secret copy is ibid. Secret.", "", ()),
    ("Source: Archives, Box 134. No\nclassification marking; Operational Immediate; RYBAT.", "", ()),
]

NOTHING = [
    "Source: Department of State, Secret Files, Lot 61 D 385, Top Secret Talks.",
    "Source: Archives, RG 59. Drafted by Example. Secret talks were held. Secret.",
    "A reliable source: the Minister. Secret talks were held in May.",
    "Source: Archives, Box 3.\n\nSecret.",
    "Source: Archives, Box 3.\n12. Telegram From the Embassy\nWashington. Secret.",
    "The agent was a source. Secret.",
    "Resource: Archives, Box 3. Secret.",
]


@pytest.mark.parametrize(("text", "level", "captions"), NOTES)
def test_the_note_tells_how_the_paper_was_marked(text: str, level: str, captions: tuple[str, ...]) -> None:
    (seen,) = DETECTOR.find(Page(1, text))
    if level:
        assert isinstance(seen.value, Classification)
        assert (seen.value.level.name, seen.value.captions, seen.value.role) == (level, captions, Role.LINE)
    else:
        assert seen.value == Wording("No classification marking")


@pytest.mark.parametrize("text", NOTHING)
def test_other_words_say_nothing_of_the_marking(text: str) -> None:
    assert list(DETECTOR.find(Page(1, text))) == []
