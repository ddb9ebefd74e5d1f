"""Made-up documents on which the rules show themselves; the posts, people and numbers do not exist."""

BODY = """1. (C) The minister said that talks on the canal would go on.

2. (C) He asked for a reply by the end of the month.
"""

BAND = "UNCLASSIFIED U.S. Department of State Case No. F-2014-00001 Doc No. C00000001 Date: {date}"


def telegram(
    body: str = BODY,
    line: str = "C O N F I D E N T I A L ZEMBLA 000412",
    sent: str = "P 141131Z MAR 06",
    order: str = "E.O. 12958: DECL: 03/14/2016",
    authority: str = "Classified By: Ambassador Ann Q. Sample for reasons 1.4 (b) and (d).",
) -> str:
    """A telegram from a post that is on no map, with some lines changed."""
    parts = (
        sent,
        "FM AMEMBASSY ZEMBLA",
        "TO SECSTATE WASHDC PRIORITY 3445",
        "",
        line,
        "",
        order,
        "TAGS: PGOV, PREL",
        "SUBJECT: TALKS ON THE CANAL",
        "",
        authority,
        "",
        body.strip("\n"),
        "SAMPLE",
    )
    return "\n".join(parts) + "\n"


def release(text: str, decision: str = "RELEASE IN FULL", date: str = "06/30/2015") -> str:
    """A document under State's band and stamp, the band again at its foot."""
    band = BAND.format(date=date)
    return f"{band}\n{decision}\n\n{text}\n{band}\n"


def email(body: str = "Call you at nine.\n", sent: str = "Saturday, May 16, 2009 6:41 AM") -> str:
    """An e-mail between people who do not exist, as `pdftotext -layout` writes it."""
    return (
        "From:                             Sample, Ann Q <sampleaq@example.gov>\n"
        f"Sent:                             {sent}\n"
        "To:                               Doe, John\n"
        "Subject:                          Talks on the canal\n"
        "\n\n"
        f"{body}"
    )


RECLASSIFIED = (
    "Classified by DAS, A/GIS, DoS on 06/30/2015 ~ Class: CONFIDENTIAL ~ Reason: 1.4(B), 1.4(D) ~ "
    "Declassify on: {until}\n"
)
