"""Many cables, all made up, of several years, levels and outcomes: what an overview sorts and filters."""

LEVELS = ("SECRET", "CONFIDENTIAL", "UNCLASSIFIED")
OUTCOMES = ("FULL", "PART", "FULL", "PART")
CODES = ("B6", "B1,1.4(D)", "B5", "B1,1.4(B)")
OFFICES = ("LINDAR", "PORT ASTREL", "ZEMBLA")

_CABLE = """UNCLASSIFIED U.S. Department of State Case No. F-{year}-{number:05} Doc No. C06{number:06} Date: {released}

~~{level}~~

{release}

PAGE 01        {office}  {number:05}  121804Z

P 121804Z FEB {made:02}
FM AMEMBASSY {office}
TO SECSTATE WASHDC PRIORITY 0916

~~{spaced}~~ {office} {number:06}

SIPDIS

E.O. 12958: DECL: 02/11/20{due:02}
TAGS: PREL, ETRD, VV
SUBJECT: {office}: PAPER {number} OF THE FERRIES

Classified By: Charge d'Affaires Ann Q. Sample for reasons 1.4 (b) and (d).

1. ~~({portion})~~ SUMMARY: The minister wants ferry {number} before the treaty.
{gap}
2. (U) The two ministries announced the catch.
SAMPLE

~~{level}~~
"""


def cable(number):
    """A cable by its number: each has its own words, and level, outcome, codes and years come round in turn."""
    outcome = OUTCOMES[number % 4]
    codes = CODES[number // 4 % 4] if outcome == "PART" else ""
    level = LEVELS[number % 3]
    release = f"RELEASE IN {outcome}" + (f"\n{codes}" if codes else "\nDECLASSIFIED")
    made, year = 1 + number % 9, 2010 + number % 11
    gap = "".join(f"\n{'':72}{code}" for code in codes.split(",") if code) + "\n" if codes else ""
    return _CABLE.format(
        year=year,
        released=f"03/02/{year}",
        number=number,
        level=level,
        spaced=" ".join(level),
        release=release,
        office=OFFICES[number % 3],
        made=made,
        due=made + 10 if made + 10 < 20 else 19,
        portion=level[0],
        gap=gap,
    )


def write_corpus(folder, count):
    """So many cables in a folder and the folders of their years."""
    for number in range(count):
        place = folder / f"{2010 + number % 11}"
        place.mkdir(parents=True, exist_ok=True)
        (place / f"cable-{number:04}.txt").write_text(cable(number), encoding="utf-8")
