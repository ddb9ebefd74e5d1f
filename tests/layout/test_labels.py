"""Words at a redaction that tell nothing of what is withheld."""

import pytest

from redaudit.layout.labels import is_code_label, is_label, is_tag, replacements


@pytest.mark.parametrize(
    "words",
    [
        *("REDACTED", "[Redacted]", "Privilege", "Privileged", "PRIVILEGED & CONFIDENTIAL", "Withheld", "DELETED"),
        *("(b)(6)", "(b) (6)", "b7C", "(b)(6), (b)(7)(C)", "B6", "1.4(D)", "3.3(h)(2)", "P6/b(6)", "NR", "Ex. 5"),
        *("Exemption 7", "Attorney-Client Privilege", "Deliberative Process", "AWP", "PII", "Non-Responsive"),
        *("Outside the scope", "Filed under seal", "Name of minor redacted", "XXXX", "xx-xx", "____", ". , ;", "■■■"),
    ],
)
def test_a_label_tells_only_that_something_is_withheld(words):
    assert is_label(words)


@pytest.mark.parametrize(
    "words",
    [
        *("Ada Fictional", "the minor", "Witness", "law", "information", "12", "a", "an", "pp", "3 May 1971"),
        *(
            "Privileged: ask Fictional",
            "Bob 6",
            "***-**-1234",
            "redacted by Fictional",
            "number of",
            "B6 and Fictional",
        ),
    ],
)
def test_words_that_tell_more_are_no_label(words):
    assert not is_label(words)


@pytest.mark.parametrize(
    ("words", "label"), [("B6", True), ("REDACTED", True), ("", False), ("■", False), ("XXXX", False)]
)
def test_signs_alone_are_no_label_printed_on_a_box(words, label):
    assert is_code_label(words) is label


@pytest.mark.parametrize(
    ("words", "tag"),
    [(r"\s1\ ".strip(), True), ("{{Sig_es_:signer1:signature}}", True), ("<<END>>", True), ("Sign {{here}}", False)],
)
def test_tags_are_a_programs_own(words, tag):
    assert is_tag(words) is tag


def test_one_date_under_several_boxes_stands_in_place_of_words():
    under = ["03/23/2019", "Ada Fictional", "03/23/2019", "05/01/1971", "Bea Invented", "Bea Invented"]
    assert replacements(under) == frozenset({"03/23/2019"})
