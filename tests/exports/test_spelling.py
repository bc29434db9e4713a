"""The check of spelling: British, with the roll and the agenda known."""

import pytest

from exports.spelling import doubts
from tests.support.minute import minute


def found(*lines: str, known: tuple[str, ...] = ()) -> dict[str, tuple[str, ...]]:
    script = "\n".join([":open 19:00", ":present rest", ":take 7", *lines])
    return {doubt.word: doubt.instead for doubt in doubts(minute(script), known)}


@pytest.mark.parametrize(
    ("typed", "word", "instead"),
    [
        ("The colour of the harbor was noted.", "harbor", "harbour"),
        ("Members organized a walk.", "organized", "organised"),
        ("The Comittee agreed.", "Comittee", "Committee"),
        ("They recieved a letter.", "recieved", "received"),
        ("Councillor Junipr asked.", "Junipr", "Juniper"),
        ("The Boathuose was old.", "Boathuose", "Boathouse"),
        ("Members asked about the the pond.", "the the", "the"),
        ("The the pond leaked.", "The the", "The"),
    ],
)
def test_a_doubtful_word_comes_with_what_may_be_meant(typed: str, word: str, instead: str) -> None:
    assert instead in found(typed)[word]


@pytest.mark.parametrize(
    "typed",
    [
        "The neighbourhood’s councillors organised a programme and authorised a licence.",
        "Councillor Sam Willow-Marsh spoke to the Allotment Strategy at Thornmere.",
        "The kerb, the cheque and the wellbeing of consultees were quorate.",
        "See https://exampel.org/wibble or mail wibbel@exampel.org for the DM01 polcies".replace("polcies", "policies"),
        "It was said that that had had to wait for Mill Mill, ducks. Ducks came.",
        "NCIL, CIL and HOSC; 12,000 and 7.30 pm; 3rd",
        "It was agreed’s owners’ own.",
        "Coronavirus closed the foodbank, and the meeting was livestreamed.",
        "\u202eright\u202c to left and \U0001f986 ducks",
    ],
)
def test_what_is_right_is_not_doubted(typed: str) -> None:
    assert found(typed) == {}


def test_a_clerk_s_own_words_are_known() -> None:
    assert found("The wibblefish was seen.")
    assert found("The wibblefish was seen.", known=("Wibblefish",)) == {}


def test_every_kind_of_typed_text_is_looked_at() -> None:
    assert set(
        found(
            ":outcome noted -- thankks",
            ":action reed -- mennd it",
            ":motion oak elm -- That the rooff be kept.",
            ":amend oak elm on=r7 at=1 words=first -- repairs -> repares",
            ":petition x -- It askked.",
        )
    ) == {"mennd", "rooff", "repares", "thankks", "askked"}


def test_a_word_is_told_once_an_item() -> None:
    assert len(doubts(minute(":open 19:00\n:present rest\n:take 7\nMennd it.\nMennd it.\n:take 8\nMennd it."))) == 2


def test_the_word_list_is_read_only_when_it_is_asked_for() -> None:
    import subprocess
    import sys

    code = (
        "import sys, exports.spelling, exports.draft; print('spellchecker' in sys.modules or 'breame' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
