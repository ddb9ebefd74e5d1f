"""Faults of the originator's authority, planted in clean examples."""

from tests.planted._planted import Planted

_BLOCK = "Classified By: Ambassador Orla T. Fenwright for reasons 1.4 (b) and (d)."
_LINE = "E.O. 12958: DECL: 07/09/2017"
# The telegram five years later, under the next order.
_LATER = (("101131Z JUL 07", "101131Z JUL 12"),)

PLANTED = {
    "authority-block-missing": Planted("telegram-full.txt", ((_BLOCK, ""),)),
    "declass-missing": Planted("telegram-full.txt", ((f"{_LINE}\n", ""),)),
    "declass-form-anachronism": Planted("telegram-full.txt", ((_LINE, "E.O. 12958: DECL: OADR"),)),
    "eo-anachronism": Planted("telegram-full.txt", ((_LINE, "E.O. 13526: DECL: 07/09/2017"),)),
    "reason-anachronism": Planted("telegram-full.txt", (("reasons 1.4 (b)", "reasons 1.5 (b)"),)),
    # In the weeks after E.O. 12958 the old order could still be cited, and the new section of reasons was in force.
    "reason-eo-mismatch": Planted(
        "telegram-full.txt",
        (("JUL 07", "NOV 95"), (_LINE, "E.O. 12356: DECL: OADR"), ("reasons 1.4 (b)", "reasons 1.5 (b)")),
    ),
    "reason-missing": Planted("telegram-full.txt", ((" for reasons 1.4 (b) and (d)", ""),)),
    "reason-on-derivative": Planted(
        "telegram-full.txt",
        (*_LATER, (_LINE, "E.O. 13526: DECL: 07/09/2022"), (_BLOCK, f"{_BLOCK[:-1]}\nDerived From: Guide 05-1")),
    ),
    # N/A above the classifier's reason is the same slip, seen from the block.
    "declass-na-on-classified": Planted(
        "telegram-full.txt", ((_LINE, "E.O. 12958: N/A"),), also=("eo-line-vs-classified-by",)
    ),
    "declass-date-on-unclassified": Planted("telegram-unclassified.txt", (("N/A", "DECL: 07/09/2017"),)),
    "eo-line-vs-classified-by": Planted("telegram-full.txt", ((_BLOCK, f"{_BLOCK}\nDeclassify on: 07/09/2027"),)),
    "obsolete-declass-value": Planted("telegram-full.txt", (*_LATER, (_LINE, "E.O. 13526: DECL: OADR"))),
    "25x-without-date": Planted("telegram-full.txt", ((_LINE, "E.O. 12958: DECL: 25X6"),)),
    "50x-with-date": Planted("telegram-full.txt", (*_LATER, (_LINE, "E.O. 13526: DECL: 50X1-HUM, 12/31/2062"))),
    "derived-multiple-without-list": Planted(
        "telegram-full.txt",
        (
            *_LATER,
            (_LINE, "E.O. 13526: DECL: 07/09/2022"),
            (_BLOCK, "Classified By: Ambassador Orla T. Fenwright\nDerived From: Multiple Sources"),
        ),
    ),
}
