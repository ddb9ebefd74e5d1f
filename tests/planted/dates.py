"""Faults of dates, planted in clean examples."""

from tests.planted._planted import Planted

FULL, PART, LIBRARY, CIA = "telegram-full.txt", "telegram-part.txt", "library.txt", "cia-memo.txt"

_CLASSIFIED_AT_RELEASE = (
    "Classified by DAS, A/GIS, DoS on 03/02/2020 ~ Class: SECRET ~ Reason: 1.4(B), 1.4(D) ~ Declassify on: 02/11/2033\n"
)
_CIA_BAND = "Approved For Release 2004/07/12 : CIA-RDP79T09999A004100210007-3"
_JFK_BAND = (
    "Released under the John F. Kennedy Assassination Records Collection Act of 1992 (44 USC 2107 Note). "
    "Case#:NW 88000 Date: 03-18-2025"
)
_MARGIN = " " * 72

PLANTED = {
    "clearance-date-after-sent": Planted(
        FULL, (("ACTION EUR-12", "DRAFTED BY: EUR/VV:OTFENWRIGHT -- 07/20/07 647-0000\n\nACTION EUR-12"),)
    ),
    "declass-before-creation": Planted(FULL, (("DECL: 07/09/2017", "DECL: 07/09/2001"),)),
    "declass-beyond-10-without-x": Planted(
        FULL, (("JUL 07", "JUL 97"), ("DECL: 07/09/2017", "DECL: 07/14/2007"), ("1.4 (b)", "1.5 (b)"))
    ),
    "declass-beyond-25-original": Planted(FULL, (("DECL: 07/09/2017", "DECL: 07/09/2037"),)),
    "declass-date-lapsed-before-review": Planted(
        FULL,
        (
            ("RELEASE IN FULL\nDECLASSIFIED", "RELEASE IN PART\nB1,1.4(D)"),
            (
                "4. ~~(C)~~ Comment: Dastoll is the first minister to name a month. We recommend\n"
                "that the Department answer before August 3.\n",
                "4. ~~(C)~~ Comment: Dastoll is the first minister to name a month.\n"
                f"\n\n{_MARGIN}1.4(D)\n{_MARGIN}B1\n\n",
            ),
            (
                "FENWRIGHT\n\n",
                "FENWRIGHT\n\nClassified by DAS, A/GIS, DoS on 07/14/2022 ~ Class: CONFIDENTIAL ~ Reason: 1.4(D) ~ "
                "Declassify on: 07/09/2032\n\n",
            ),
        ),
        # A copy released in part shows the other paragraphs, which were classified, whole.
        also=("classified-portion-released-unchanged",),
    ),
    "declass-exactly-default": Planted(FULL, (("DECL: 07/09/2017", "DECL: 07/10/2017"),)),
    "declass-passed-yet-withheld": Planted(PART, ((_CLASSIFIED_AT_RELEASE, ""),)),
    "dtg-vs-header": Planted(FULL, (("O 101131Z JUL 07", "DE RUEHLN #0864 2221131\nO 101131Z JUL 07"),)),
    "jfk-postponement-expired": Planted(CIA, ((_CIA_BAND, _JFK_BAND), ("25X1", "JFK Act 6 (1)(B)"))),
    "mrn-year-vs-date": Planted(
        FULL, (("PAGE 01        LINDAR", "Reference ID: 05LINDAR864\n\nPAGE 01        LINDAR"),)
    ),
    "new-declass-date-beyond-25": Planted(PART, (("Declassify on: 02/11/2033", "Declassify on: 02/11/2036"),)),
    "pra-expired": Planted(
        LIBRARY,
        (
            ("DECLASSIFIED\n", "DECLASSIFIED IN PART\n"),
            (
                "    You should listen to his account of the harbor talks and make no\n"
                "    promise on the ferries. The Department of State agrees.\n",
                f"    You should listen to his account of the harbor talks.\n\n\n{_MARGIN}P5\n\n",
            ),
            ("    Attachment\n", "    CLINTON LIBRARY PHOTOCOPY\n\n    Attachment\n"),
        ),
    ),
    "reclass-outside-origin-and-release": Planted(PART, (("DoS on 03/02/2020", "DoS on 05/02/2020"),)),
    "release-before-creation": Planted(FULL, (("F-2019", "F-2005"), ("Date: 07/14/2022", "Date: 07/14/2006"))),
    "release-date-gap": Planted(PART, (("DoS on 03/02/2020", "DoS on 02/20/2019"),)),
    "seed-signature-round-dates": Planted(
        PART, (("03/02/2020", "02/12/2020"), ("Declassify on: 02/11/2033", "Declassify on: 02/12/2030"))
    ),
    "stamp-date-future": Planted(FULL, (("Date: 07/14/2022", "Date: 07/14/2027"),)),
    "withheld-beyond-25-years": Planted(CIA, (("2004/07/12", "2008/07/12"), ("25X1", "B1, 1.4(C)"))),
    "withheld-beyond-50-years": Planted(CIA, (("2004/07/12", "2019/07/12"),)),
    "withheld-beyond-75-years": Planted(CIA, (("2004/07/12", "2019/07/12"), ("September 1968", "September 1943"))),
}
