"""Quick work for workers that are shot at; light to load, for many a worker loads it."""

import time


def sized(number):
    """After a moment the number and, for every third, a result that is larger than a pipe holds."""
    time.sleep(number % 7 / 1000)
    return number, b"x" * (2_000_000 if number % 3 == 0 else 1000)
