"""Faults of banners, class lines, portion marks and controls, planted in clean examples."""

from tests.planted._planted import Planted

FULL = "telegram-full.txt"
TELEGRAM = "telegram-part.txt"
LIBRARY = "library.txt"
# What the examples print, as they print it.
CATCH = "3. (U) The catch"
BANNER = "~~CONFIDENTIAL~~"
RECLASSIFIED = (
    "Classified by DAS, A/GIS, DoS on 03/02/2020 ~ Class: SECRET ~ Reason: 1.4(B), 1.4(D) ~ Declassify on: 02/11/2033\n"
)
LAST = f"{RECLASSIFIED}\n~~SECRET~~"

PLANTED = {
    "banner-higher-than-all-portions": Planted(FULL, (("~~(C)~~", "~~(SBU)~~"),)),
    "banner-lower-than-portion": Planted(FULL, (("~~(C)~~", "~~(S)~~"),)),
    "banner-syntax": Planted(FULL, ((BANNER, "~~CONFIDENTIAL//ORCON//NOFORN~~"),)),
    "bogus-level": Planted(LIBRARY, (("                               CONFIDENTIAL", "   AGENCY CONFIDENTIAL"),)),
    "classified-portion-released-unchanged": Planted(
        "mail-part.txt", (("Thank you.", "(C) Thank you."), ("Please call", "(U) Please call"))
    ),
    "control-on-wrong-class": Planted(FULL, ((CATCH, "3. ~~(C//FOUO)~~ The catch"),)),
    "exdis-and-nodis": Planted(
        FULL, (("SIPDIS", "~~NODIS~~\n\n~~EXDIS~~"), ("DECLASSIFIED\n", "DECLASSIFIED AND DECAPTIONED\n"))
    ),
    "foreign-gov-info-released": Planted(FULL, (("SIPDIS", "SIPDIS\n\n//GBR CONFIDENTIAL"),)),
    "header-cable-class-mismatch": Planted(FULL, (("O 101131Z JUL 07", "ZNY SSSSS ZZH\nO 101131Z JUL 07"),)),
    "leftover-higher-codeword": Planted(
        LIBRARY, (("    CONFIDENTIAL\n    Declass", "    CONFIDENTIAL//COMINT\n    Declass"),)
    ),
    "portion-mark-missing": Planted(FULL, (("2. ~~(C)~~ Dastoll", "2. Dastoll"),)),
    "rd-frd-with-declass-date": Planted(FULL, (("2. ~~(C)~~ Dastoll", "2. ~~(C//RD)~~ Dastoll"),)),
    "section-pages-class-mismatch": Planted(TELEGRAM, ((LAST, f"{RECLASSIFIED}\n~~CONFIDENTIAL~~"),)),
    # The paragraph's mark alone tells that the passage was not classified when it was written.
    "u-portion-withheld-b1": Planted(
        TELEGRAM, (("3. ~~(S)~~ On", "3. (U) On"), (RECLASSIFIED, ""), ("DECL: 02/11/2018", "DECL: 02/11/2033"))
    ),
}
