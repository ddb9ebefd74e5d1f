"""A corpus with hostile files beside the same without: no other document may tell the difference."""

import tempfile
from pathlib import Path

from .hostile import SIGN, add
from .maker import make
from .measure import run
from .stores import compared_by_path


def hostile_and_compare(count: int, hostile: int, form: str, cores: int) -> bool:
    """Whether every other document has the same outcome; says what the two runs took."""
    with tempfile.TemporaryDirectory() as name:
        room = Path(name)
        outs = []
        for files in (0, hostile):
            papers = room / str(files) / "papers"
            make(papers, count)
            add(papers, count, files)
            took, out = run(Path("papers"), papers.parent, form, cores, stand=papers.parent)
            print(f"{files} hostile files: {took.seconds:.1f} s, peak {took.peak / 1e6:.0f} MB, exit code {took.code}")
            outs.append(out)
        results = compared_by_path(outs[0], outs[1], lambda path: SIGN not in path)
        print(*results, sep="\n")
        return all(result.difference is None for result in results)
