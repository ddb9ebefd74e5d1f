"""Faults of codes, planted in clean examples."""

from tests.planted._planted import Planted

MAIL = "mail-part.txt"
TELEGRAM = "telegram-part.txt"
# What the examples print, as they print it.
STAMPED = "PART B6"
PHONE = "Please call me at home tonight:                                                                         B6"
ADDRESSED = "To:                                                                                                     B6"
BOTH = "                                                                        1.4(D)\n" + 72 * " " + "B1\n\n\n"
FULL_LINE = (
    "Thank you. The list is right but for two names. I would seat the harbor master beside the Minister and leave the"
)

# A mask hides, and no code stands on the page; the stamp, too, gives none.
MASKED = (
    (ADDRESSED, "To:                               ██████████"),
    (PHONE, "Please call me at home."),
    (STAMPED, "PART"),
)


def emptied(clean: bytes) -> bytes:
    """The mail with a blank in place of its words, and a code beside it."""
    text = clean.decode()
    head, rest = text.split("Thank you.", 1)
    foot = rest[rest.rindex("     UNCLASSIFIED") :]
    return f"{head}{30 * NEW_LINE}{104 * ' '}B6\n{30 * NEW_LINE}{foot}".encode()


NEW_LINE = "\n"
PLANTED = {
    "b1-without-category": Planted("cia-memo.txt", (("25X1", "(b)(1)"),)),
    "b2-after-milner": Planted(MAIL, ((STAMPED, "PART B2,B6"), (PHONE, f"{PHONE[:-2]}B2"))),
    "b3-statute-unknown-or-stale": Planted(MAIL, ((STAMPED, "PART B3 CIA,B6"), (PHONE, f"{PHONE[:-2]}B3 50 USC 403g"))),
    "b3-without-statute": Planted(MAIL, ((STAMPED, "PART B3,B6"), (PHONE, f"{PHONE[:-2]}B3"))),
    "b5-over-25-years": Planted(
        MAIL,
        (
            (STAMPED, "PART B5,B6"),
            (PHONE, f"{PHONE[:-2]}B5"),
            ("October 12, 2010", "October 12, 1982"),
            ("Oct 12 18:40:02 2010", "Oct 12 18:40:02 1982"),
            ("09/30/2016", "09/30/2017"),
            ("F-2016-99310", "F-2017-99310"),
        ),
    ),
    "b7-without-letter": Planted(MAIL, ((STAMPED, "PART B6,B7"), (PHONE, f"{PHONE[:-2]}B7"))),
    "body-code-not-in-header": Planted(MAIL, ((PHONE, f"{PHONE[:-2]}B5"),)),
    "category-added-on-review": Planted(TELEGRAM, (("1.4(D)", "1.4(C)"),)),
    "category-exemption-mismatch": Planted(TELEGRAM, ((BOTH, BOTH.replace("B1\n", "25X2\n")),)),
    "category-without-b1": Planted(MAIL, ((STAMPED, "PART 1.4(D),B6"), (PHONE, f"{PHONE[:-2]}1.4(D)"))),
    "code-without-redaction": Planted(
        MAIL,
        (
            (ADDRESSED, "To:                               Poe, Edgar"),
            (PHONE, "Please call."),
            (FULL_LINE, f"{FULL_LINE}    B6"),
        ),
    ),
    "header-code-unused": Planted(MAIL, ((STAMPED, "PART B5,B6"),)),
    "implausible-exemption": Planted(MAIL, ((STAMPED, "PART B6,B8"), (PHONE, f"{PHONE[:-2]}B8"))),
    "invalid-code": Planted(TELEGRAM, ((BOTH, BOTH.replace("1.4(D)", "1.4(K)")),)),
    "literal-redacted-token-only": Planted(
        MAIL,
        ((ADDRESSED, f"To:                               [Redacted]{60 * ' '}B6"), (PHONE, "Please call me at home.")),
    ),
    "non-responsive-in-record": Planted(MAIL, ((STAMPED, "PART B6,NR"), (PHONE, f"{PHONE[:-2]}NR"))),
    "redaction-density": Planted(MAIL, make=emptied),
    "redaction-without-code": Planted(MAIL, MASKED),
}
