"""The right words nearest to a wrong one, for messages about choices."""

import difflib
from collections.abc import Iterable


def meant(word: str, words: Iterable[str], what: str = "there are") -> str:
    """How a message about an unknown word ends: `did you mean jobs?`, or else all the words there are."""
    known = list(words)
    folded = {name.casefold(): name for name in known}
    if close := difflib.get_close_matches(word.casefold(), folded, n=3, cutoff=0.6):
        return f"did you mean {', '.join(folded[name] for name in close)}?"
    return f"{what} {', '.join(known)}"
