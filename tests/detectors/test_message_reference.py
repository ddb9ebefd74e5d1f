"""A telegram's own number: (line, reference)."""

import pytest

from redaudit.detectors.message_reference import DETECTOR
from redaudit.model.mark import Identifier
from redaudit.pipeline import read

HITS = [
    ("CONFIDENTIAL ZENDA 000864", "ZENDA 864"),
    ("~~SECRET~~ STATE 123456", "STATE 123456"),
    ("-CONFIDENTIAL STATE 123456", "STATE 123456"),
    ("C O N F I D E N T I A L ZENDA 000279", "ZENDA 279"),
    ("C O N F I D E N T I A L SECTION 1 OF 2 PORT ZENDA 7471", "PORT ZENDA 7471"),
    ("C O N F I D E N T I A L FINAL SECTION OF 3", None),
    ("UNCLAS SECTION 01 OF 03 USUN NEW YORK 04608", "USUN NEW YORK 4608"),
    ("LIMITED OFFICIAL USE PORT ZENDA 0146", "PORT ZENDA 146"),
    ("S E C R E T NOFORN ZENDA 000473", "ZENDA 473"),
    ("SECRET//NOFORN ZENDA 000473", "ZENDA 473"),
    ("UNCLAS E F T O ZENDA 5", None),
    ("UNCLAS E F T O ZENDA 55", "ZENDA 55"),
    ("UNCLASSIFIED//FOR OFFICIAL USE ONLY ZENDA 000012", "ZENDA 12"),
    ("S e c r e t state 015220", "STATE 15220"),
    ("SS ECRET ZENDA 000473", "ZENDA 473"),
    ("ECRET ZENDA 000473", "ZENDA 473"),
    ("UUNCLAS ZENDA 000473", "ZENDA 473"),
    ("T O P S E C R E T ZENDA 000473", "ZENDA 473"),
    ("CONFIDENTIAL ZENDA 000864 NOFORN", "ZENDA 864"),
    ("PAGE 01 STATE 123456 232215Z", "STATE 123456"),
    ("PAGE 02    PORT Z 00146 01 OF 02 011300Z", "PORT Z 146"),
    ("PAGE 02 STATE 123456", "STATE 123456"),
    ("Mon May 4 16:05:41 1998. [STATE 123456] D COPY 6 OF 9 Page 2 OF 3", "STATE 123456"),
    ("Reference ID: 07ZENDA864", "ZENDA 864"),
    ("07ZENDA864 | 2007-07-10 11:31 | CONFIDENTIAL", "ZENDA 864"),
    ("Document Number: 1974PZENDA00146", "PZENDA 146"),
    ("TEXT OF TELEGRAM 86ZENDA017836", "ZENDA 17836"),
    ("UNCLAS FINAL SECTION OF 3 ZENDA 000279", "ZENDA 279"),
    ("SECRET SECTION ONE OF TWO ZENDA 000279", "ZENDA 279"),
    ("PAGE 01       ** ZENDA    17836  02 OF 03  151725Z", "ZENDA 17836"),
    ("REF: ZENDA 27347", None),
    ("REF: A. ZENDA 00837\n¶B. ZENDA 00836", None),
    ("AS REPORTED IN ZENDA 27347, THE TALKS", None),
    ("INFO RUEHZE/AMEMBASSY ZENDA PRIORITY 0695", None),
    ("TO SECSTATE WASHDC IMMEDIATE 1882", None),
    ("The secret treaty of 1954", None),
    ("CONFIDENTIAL", None),
    ("ON PAGE 12 STATE 5 REASONS", None),
]


@pytest.mark.parametrize(("line", "expected"), HITS)
def test_the_number_of_the_telegram(line: str, expected: str | None) -> None:
    found = [seen.value for seen in DETECTOR.find(read(line.encode()).pages[0])]
    assert found == ([Identifier("message-reference", expected)] if expected else [])
