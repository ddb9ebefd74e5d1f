"""A made-up product of an agency that derives its classification, for samples."""


def product(*block: str, date: str = "12 April 2014", after: str = "") -> str:
    """A short paper with an authority block of some lines, and what follows it."""
    return f"""SECRET//NOFORN

CENTRAL REGISTRY OF SOVARA
{date}

SUBJECT: (U) Ferry Traffic at Port Astrel

1. (S//NF) Ferry traffic rose by a third.

2. (U) The new pier will be finished in the spring.

{chr(10).join(block)}
{after}
SECRET//NOFORN
"""
