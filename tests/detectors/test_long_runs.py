"""Every sample of every detector with a long run of one character put at each of its gaps.

A pattern that looks back over such a run would take hours over it; what is seen must lie in the text all the same.
"""

import re
from itertools import chain

import pytest

from redaudit import pipeline
from redaudit.detectors.release_stamp import FAMILIES
from tests.support_text import document

MANY = 4000
GAP = re.compile(r"\s+|(?<=\w)(?=[^\w\s])|(?<=[^\w\s])(?=\w)|$")
FINDERS = {
    **{detector.id: detector for detector in pipeline.detectors() if detector.id != "release-stamp"},
    **{f"release-stamp {family.id}": family for family in FAMILIES},
}


def stretched(sample, run):
    """A sample with the run at each of its gaps in turn."""
    for gap in GAP.finditer(sample[:200]):
        yield sample[: gap.start()] + run + sample[gap.end() :]


@pytest.mark.parametrize(
    "run", [" " * MANY, "\n" * MANY, "a" * MANY, ". " * MANY], ids=["blanks", "lines", "letters", "stops"]
)
@pytest.mark.parametrize("name", FINDERS)
def test_samples_with_a_long_run_in_them(name, run):
    part = FINDERS[name]
    seen = 0
    for text in chain.from_iterable(stretched(sample, run) for sample in part.hits):
        for page in document("SECRET\n" + text).pages:
            for sighting in part.find(page):
                assert 0 <= sighting.start < sighting.end <= len(page.text)
                seen += 1
    # Blanks after a sample do not hide it.
    assert seen > 0 or not run.isspace()
