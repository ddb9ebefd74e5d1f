"""Faults of telegrams, planted in clean examples."""

from tests.planted._planted import Planted

FULL = "telegram-full.txt"

PLANTED = {
    "mrn-conflict": Planted(FULL, (("LINDAR  00864", "LINDAR  00846"),)),
    "paragraph-gap": Planted(FULL, (("4. ~~(C)~~ Comment", "5. ~~(C)~~ Comment"),)),
    "signature-missing": Planted(FULL, (("FENWRIGHT\n", ""),)),
    "unclas-with-portion-c": Planted(
        FULL,
        (
            ("~~CONFIDENTIAL~~\n", ""),
            ("~~C O N F I D E N T I A L~~", "UNCLAS"),
            ("DECL: 07/09/2017", "N/A"),
            ("Classified By: Ambassador Orla T. Fenwright for reasons 1.4 (b) and (d).\n", ""),
        ),
    ),
    "wikileaks-mask": Planted("frus-page.txt", (("[name not declassified]", "[NAME REMOVED]"),)),
}
