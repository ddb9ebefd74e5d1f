"""What a person is told of a run that is under way."""

import pytest

from redaudit.course import Course
from redaudit.keeping import GONE_SINCE, Step
from redaudit.model.finding import Skipped, Unreadable
from tests.support import audited


def course(*steps):
    """A course over steps, each with the second at which it was seen."""
    made = Course(0.0)
    for now, step in steps:
        made.see(step, now)
    return made


def document(path="papers/a.pdf", worst="", **fields):
    return Step(path, "document", worst, **fields)


def test_before_the_first_file():
    assert course().words(None, 0, 80) == "0 files"
    assert course().words(1200, 0, 80) == "0/1,200 files"


def test_rate_and_remaining_time():
    steps = [(second / 2, document()) for second in range(1, 11)]
    assert course(*steps).words(1210, 0, 80) == "10/1,210 files, 2.0/s, 10:00 left"
    assert course(*steps).words(None, 0, 80) == "10 files, 2.0/s"


def test_what_was_stored_before_neither_quickens_the_rate_nor_shortens_the_rest():
    kept = [(second / 1000, document(kept=True)) for second in range(1, 1001)]
    fresh = [(1.0 + second, document()) for second in range(1, 11)]
    done = course(*kept, *fresh)
    assert done.rate == 1.0
    assert done.remaining(1020, 1000) == pytest.approx(10.0)
    assert done.words(1020, 1000, 80) == "1,010/1,020 files, 1.0/s, 00:10 left, 1,000 stored before"


def test_what_is_stored_and_still_to_come_takes_the_time_of_what_was():
    done = course((0.1, document(kept=True)), (1.1, document()))
    assert done.remaining(103, 100) == pytest.approx(99 * 0.1 + 2 * 1.0)


def test_nothing_tells_how_long_new_files_take_before_there_is_one():
    done = course((0.1, document(kept=True)))
    assert done.rate is None
    assert done.remaining(3, 1) is None
    assert done.remaining(3, 3) == pytest.approx(0.2)
    assert done.words(3, 1, 80) == "1/3 files, 1 stored before"


def test_what_could_not_be_read_and_the_worst_findings():
    done = course(
        (1, document("papers/a.pdf", "high")),
        (2, document("papers/b.pdf", "high")),
        (3, document("papers/c.pdf", "medium")),
        (4, document("papers/d.pdf", "low")),
        (5, Step("papers/e.pdf", "unreadable")),
        (6, Step("papers/f.pdf", GONE_SINCE)),
        (7, Step("papers/g", "skipped")),
    )
    assert done.words(7, 0, 90) == "7/7 files, 1.0/s, 00:00 left, 2 unreadable, 2 high, 1 medium, last papers/b.pdf"


def test_outcomes_of_a_report_count_as_steps_of_a_store_do():
    unread = (Unreadable("papers/b.pdf", "empty file"), Skipped("papers/c", "a font"))
    done = course(*enumerate((audited(), *unread), 1))
    assert (done.done, done.unreadable, done.high, done.medium) == (3, 1, 1, 0)
    assert done.last == "papers/cable.txt"


def test_there_may_be_more_files_than_were_counted():
    assert course((1, document()), (2, document())).words(1, 0, 80) == "2/2 files, 1.0/s, 00:00 left"


@pytest.mark.parametrize(
    ("width", "line"),
    [
        (80, "1/9 files, 1.0/s, 00:08 left, 1 high, last papers/boxes/7/memorandum.pdf"),
        (60, "1/9 files, 1.0/s, 00:08 left, 1 high, last …7/memorandum.pdf"),
        (57, "1/9 files, 1.0/s, 00:08 left, 1 high, last …emorandum.pdf"),
        (54, "1/9 files, 1.0/s, 00:08 left, 1 high"),
        (36, "1/9 files, 1.0/s, 00:08 left, 1 high"),
        (20, "1/9 files, 1.0/s, 00"),
    ],
)
def test_the_line_is_no_wider_than_there_is_room(width, line):
    assert course((1, document("papers/boxes/7/memorandum.pdf", "high"))).words(9, 0, width) == line


def test_wide_letters_take_two_columns():
    line = course((1, document("papers/" + "機密文書" * 5 + ".pdf", "high"))).words(9, 0, 58)
    assert line == "1/9 files, 1.0/s, 00:08 left, 1 high, last …書機密文書.pdf"


def test_a_path_can_neither_steer_the_terminal_nor_turn_its_direction():
    line = course((1, document("a\x1b[31m\u202e\n\x07b.pdf", "high"))).words(9, 0, 80)
    assert line == "1/9 files, 1.0/s, 00:08 left, 1 high, last a\ufffd[31m\ufffd \ufffdb.pdf"
