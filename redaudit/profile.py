"""Agencies whose practice makes a finding weigh less: what their releases do as a rule is no fault of one release.

agency = "cia"
"""

from collections.abc import Mapping

from attrs import frozen

from redaudit.errors import UsageError
from redaudit.model.finding import Severity
from redaudit.near import meant


@frozen
class Practice:
    """What an agency does as a rule, and how much the rule that speaks of it weighs there."""

    rule: str
    severity: Severity
    why: str


@frozen
class Profile:
    """An agency and its practices."""

    name: str
    title: str
    practices: tuple[Practice, ...] = ()

    @property
    def severities(self) -> Mapping[str, Severity]:
        """The weight of each rule that the agency's practice changes."""
        return {practice.rule: practice.severity for practice in self.practices}


NO_PROFILE = Profile("", "no agency in particular")
_LOW, _INFO = Severity.LOW, Severity.INFO
PROFILES = (
    Profile(
        "state",
        "Department of State",
        (
            Practice("banner-unstruck", _LOW, "its band UNCLASSIFIED on each page stands for the strikes"),
            Practice("portion-unstruck", _INFO, "its band UNCLASSIFIED on each page stands for the strikes"),
        ),
    ),
    Profile(
        "cia",
        "Central Intelligence Agency",
        (
            Practice("banner-unstruck", _LOW, "its release line on each page stands for the strikes"),
            Practice("b1-without-category", _LOW, "its copies print (b)(1) alone, and its letter names the order"),
        ),
    ),
    Profile(
        "fbi",
        "Federal Bureau of Investigation",
        (
            Practice("b1-without-category", _LOW, "its form of explanations goes with the letter, not with the copy"),
            Practice("b3-without-statute", _LOW, "its form of explanations goes with the letter, not with the copy"),
        ),
    ),
    Profile(
        "library",
        "National Archives and presidential libraries",
        (
            Practice("redaction-without-code", _LOW, "the codes stand on the withdrawal sheet, not on the page"),
            Practice("category-without-b1", _INFO, "mandatory review cites the order and no exemption of the FOIA"),
        ),
    ),
    Profile(
        "defense",
        "Department of Defense",
        (Practice("category-without-b1", _INFO, "mandatory review cites the order and no exemption of the FOIA"),),
    ),
    Profile(
        "court",
        "courts and parties before them",
        (
            Practice(
                "redaction-without-code", _LOW, "a filing's redactions rest on rules of court and cite no exemption"
            ),
            Practice("pages-missing", _LOW, "exhibits are excerpts as a rule"),
        ),
    ),
)


def profile_named(name: str) -> Profile:
    """The profile of an agency; raises UsageError with the nearest name."""
    names = {profile.name: profile for profile in PROFILES}
    if name.casefold() not in names:
        raise UsageError(f"no agency profile is called {name!r}; {meant(name, names)}")
    return names[name.casefold()]
