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
PROFILES: tuple[Profile, ...] = ()


def profile_named(name: str) -> Profile:
    """The profile of an agency; raises UsageError with the nearest name."""
    names = {profile.name: profile for profile in PROFILES}
    if name.casefold() not in names:
        raise UsageError(f"no agency profile is called {name!r}; {meant(name, names)}")
    return names[name.casefold()]
