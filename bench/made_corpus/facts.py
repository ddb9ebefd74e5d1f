"""What a made document says of itself, told by its number alone: the same number always says the same."""

import datetime as dt

from attrs import frozen

LEVELS = ("SECRET", "CONFIDENTIAL", "UNCLASSIFIED", "SECRET", "CONFIDENTIAL", "TOP SECRET")
OFFICES = ("LINDAR", "PORT ASTREL", "ZEMBLA", "NETHER SLUYS", "KESTRIA", "SOVARA", "ORLA BAY")
STATUSES = ("FULL", "PART", "PART", "FULL", "PART", "DENIED")
CODES = ("B6", "B1,1.4(D)", "B5", "B1,1.4(B)", "B1,1.4(B),1.4(D)", "B3,B6", "B7(C)")
NAMES = ("Ann Q. Sample", "Piers L. Moorhen", "Delia M. Wickerstaff", "Neville Ashgrove", "Jonas R. Bellweather")
SUBJECTS = ("THE FERRIES", "THE HARBOR PILOTS", "THE PRICE OF SALT", "THE LAMPS OF THE WEST MOLE", "THE UPPER LOCK")
SENTENCES = (
    "The minister wants ferry {0} before the treaty, and said so twice.",
    "The pilots have been paid, and no further barges will be held at basin {0}.",
    "The harbor master expects that lock {0} will open before the frost.",
    "The guild will wait until the vote. Its treasurer told us that the price of salt will fall by a tenth.",
    "Three of the four lamps on mole {0} were out on Tuesday; the keeper blames the oil.",
    "He asked for patience with the parliament, which has read paper {0} and not liked it.",
    "The new pier will be finished in the spring. Its crane can lift {0} tons, twice what the old one could.",
    "The two ministries announced that the catch of season {0} will be the basis.",
    "We would like to see annex {0} on fisheries before the end of the month.",
    "The board of the harbor has bought other oil, and pays {0} crowns the barrel for it.",
    "No word of this has reached the papers, as far as the Embassy knows.",
)


@frozen
class Facts:
    """The facts of one document; a date of release lies years after the date on the paper."""

    number: int
    level: str
    office: str
    status: str
    codes: tuple[str, ...]
    name: str
    subject: str
    made: dt.date
    released: dt.date

    @property
    def case(self) -> str:
        """The number of the request: a few documents of each."""
        return f"F-{self.released.year}-{self.number // 7 % 100_000:05}"

    @property
    def document(self) -> str:
        """A number as State gives it, of this document alone."""
        return f"C{6_000_000 + self.number:08}"

    @property
    def spaced(self) -> str:
        """The level as telegraphs print it."""
        return " ".join(self.level.replace(" ", ""))

    @property
    def portion(self) -> str:
        """The level as it stands before a paragraph."""
        return {"TOP SECRET": "TS"}.get(self.level, self.level[0])

    @property
    def release(self) -> str:
        """The line that says what became of it."""
        return "DENIED IN FULL" if self.status == "DENIED" else f"RELEASE IN {self.status}"

    @property
    def withheld(self) -> bool:
        """Whether something of it was kept back."""
        return self.status != "FULL"


def facts(number: int) -> Facts:
    """The facts of the document of a number; levels, offices, outcomes and years come round at their own pace."""
    made = dt.date(1961 + number % 43, 1 + number % 12, 1 + number % 28)
    years = 4 + number // 3 % 50
    released = dt.date(max(1998, min(2024, made.year + years)), 1 + number // 5 % 12, 1 + number // 11 % 28)
    status = STATUSES[number // 2 % len(STATUSES)]
    return Facts(
        number=number,
        level=LEVELS[number // 13 % len(LEVELS)],
        office=OFFICES[number // 3 % len(OFFICES)],
        status=status,
        codes=() if status == "FULL" else tuple(CODES[number // 4 % len(CODES)].split(",")),
        name=NAMES[number // 17 % len(NAMES)],
        subject=SUBJECTS[number // 19 % len(SUBJECTS)],
        made=made,
        released=released,
    )


def sentences(number: int, count: int) -> list[str]:
    """So many sentences, in an order of this document's own."""
    return [
        SENTENCES[(number * 7 + row * (1 + number % 5)) % len(SENTENCES)].format(number + row) for row in range(count)
    ]
