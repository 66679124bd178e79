from pathlib import Path

from records.recognised import RecognisedPages, RecognisedWord

MOLE = RecognisedWord("molen", 0.93, 70.5, 100.0, 101.2, 110.4)
KEY = "0123456789abcdef"


def test_the_words_of_a_page_are_read_as_they_were_kept(tmp_path: Path) -> None:
    RecognisedPages(tmp_path).keep(KEY, 2, [MOLE])
    assert RecognisedPages(tmp_path).words(KEY, 2) == (MOLE,)


def test_a_page_that_was_not_recognised_has_no_words(tmp_path: Path) -> None:
    kept = RecognisedPages(tmp_path)
    kept.keep(KEY, 2, [MOLE])
    assert kept.words(KEY, 1) == ()
    assert kept.words("f" * 16, 2) == ()


def test_a_later_recognition_takes_the_place_of_an_earlier(tmp_path: Path) -> None:
    kept = RecognisedPages(tmp_path)
    kept.keep(KEY, 1, [MOLE, MOLE])
    kept.keep(KEY, 1, [MOLE])
    assert kept.words(KEY, 1) == (MOLE,)
    assert len(list((tmp_path / "recognised" / KEY).iterdir())) == 1
