"""What has become of a run so far, in figures and in one line: how fast, how long still, the worst that was found.

420/1,000 files, 12.3/s, 00:47 left, 3 unreadable, 5 high, 12 medium, last …/box7/memo.pdf

Files that an earlier run stored pass in no time: they count among those done, but not in the rate; of those still to
come, as many as are stored take the time that stored ones took.
"""

from attrs import define
from tqdm import tqdm
from tqdm.utils import disp_len

from redaudit.keeping import GONE_SINCE, Step
from redaudit.model.finding import Audited, Outcomes, Severity, Unreadable
from redaudit.reports.table import printable

# A path is not shortened below so many columns; where there is less room it is left out.
_SHORTEST = 12


@define
class Course:
    """Figures of a run, by seconds of a clock; `last` is the path of the last document with a finding that is high."""

    began: float
    done: int = 0
    kept: int = 0
    unreadable: int = 0
    high: int = 0
    medium: int = 0
    last: str = ""
    _seen: float = 0.0
    _audited_seconds: float = 0.0
    _kept_seconds: float = 0.0

    def __attrs_post_init__(self) -> None:
        self._seen = self.began

    def see(self, one: Outcomes | Step, now: float) -> None:
        """What became of one path, at a time."""
        kept = isinstance(one, Step) and one.kept
        self.done += 1
        if kept:
            self.kept += 1
            self._kept_seconds += now - self._seen
        else:
            self._audited_seconds += now - self._seen
        self._seen = now
        state, worst = _told(one)
        self.unreadable += state in ("unreadable", GONE_SINCE)
        self.medium += worst == Severity.MEDIUM.word
        if worst == Severity.HIGH.word:
            self.high += 1
            self.last = one.path

    @property
    def rate(self) -> float | None:
        """Files a second, of those that were not stored before; None where there is none yet."""
        fresh = self.done - self.kept
        return fresh / self._audited_seconds if fresh and self._audited_seconds > 0 else None

    def remaining(self, total: int, stored: int) -> float | None:
        """Seconds until so many files are done, of which so many were stored before; None where nothing tells."""
        rest = max(0, total - self.done)
        kept = min(rest, max(0, stored - self.kept))
        costs = ((kept, self._kept_seconds, self.kept), (rest - kept, self._audited_seconds, self.done - self.kept))
        if any(count and not known for count, _, known in costs):
            return None
        return sum(count * seconds / known for count, seconds, known in costs if count)

    def words(self, total: int | None, stored: int, width: int) -> str:
        """The same in one line of at most so many columns; `total` is None where nobody knows how many there are."""
        parts = [f"{self.done:,} files" if total is None else f"{self.done:,}/{max(total, self.done):,} files"]
        if self.rate is not None:
            parts.append(f"{self.rate:.1f}/s")
        if total is not None and (seconds := self.remaining(total, stored)) is not None:
            parts.append(f"{tqdm.format_interval(seconds)} left")
        counts = {
            "stored before": self.kept,
            "unreadable": self.unreadable,
            "high": self.high,
            "medium": self.medium,
        }
        parts += [f"{count:,} {word}" for word, count in counts.items() if count]
        line = ", ".join(parts)
        if self.last and (room := width - disp_len(f"{line}, last ")) >= _SHORTEST:
            line = f"{line}, last {_end_of(printable(self.last), room)}"
        return line[:width]


def _told(one: Outcomes | Step) -> tuple[str, str]:
    """The state of a path, and the highest severity found, empty for none."""
    match one:
        case Step():
            return one.state, one.worst
        case Audited():
            return "document", max((finding.severity for finding in one.findings), default=Severity.INFO).word
        case _:
            return ("unreadable" if isinstance(one, Unreadable) else "skipped"), ""


def _end_of(path: str, room: int) -> str:
    """The end of a path, in so many columns: it says more than the beginning."""
    if disp_len(path) <= room:
        return path
    while disp_len(path) > room - 1:
        path = path[1:]
    return f"…{path}"
