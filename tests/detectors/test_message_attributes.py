"""The attribute page of an archival telegram."""

from redaudit.detectors.message_attributes import DETECTOR
from redaudit.model.mark import Attributes
from redaudit.pipeline import read

BLOCK = """Message Attributes
Automatic Decaptioning: X
Concepts: WHEAT, FOOD AID,
TRADE
Decaption Note:
Draft Date: 11 JAN 1974
Document Number: 1974PZENDA00244
Executive Order: N/A
Errors: N/A
Review Markings:

Declassified/Released
US Department of State
EO Systematic Review
30 JUN 2005

Subject: FOOD AID TO RURITANIA
Markings: Declassified/Released US Department of State EO Systematic Review 30 JUN 2005
"""


def blocks(text: str) -> list[Attributes]:
    values = [seen.value for page in read(text.encode()).pages for seen in DETECTOR.find(page)]
    return [value for value in values if isinstance(value, Attributes)]


def test_names_and_values_of_one_line_and_of_more() -> None:
    (block,) = blocks(BLOCK)
    assert block.named("Concepts") == "WHEAT, FOOD AID, TRADE"
    assert block.named("Draft Date") == "11 JAN 1974"
    assert block.named("Document Number") == "1974PZENDA00244"
    assert block.named("Subject") == "FOOD AID TO RURITANIA"
    assert block.named("Decaption Note") == block.named("Errors") == block.named("Reference") == ""
    assert block.named("Review Markings").endswith("EO Systematic Review 30 JUN 2005")


def test_a_page_that_goes_on_with_a_block() -> None:
    (block,) = blocks("Film Number: n/a\nFrom: ZENDA\nLocator: TEXT ON-LINE\nSecure: OPEN\nStatus: NATIVE\nType: TE")
    assert block.pairs[1] == ("From", "ZENDA")


def test_names_between_stars() -> None:
    (block,) = blocks("Message Attributes\n\n*** Current Classification *** UNCLASSIFIED\n")
    assert block.pairs == (("Current Classification", "UNCLASSIFIED"),)


def test_a_mail_header_is_no_block() -> None:
    assert blocks("Attributes\nFrom: H\nTo: Doe\nSubject: Lunch\nStatus: open") == []
