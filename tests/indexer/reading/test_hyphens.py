"""Line ends are put together; hyphens of the word itself stay."""

from itertools import pairwise
from pathlib import Path

import pytest

from indexer.reading.extract_text import extract_text
from indexer.reading.furniture import set_aside
from indexer.reading.hyphens import Vocabulary, joined, keeps_hyphen

SEEDS = Path(__file__).parents[4] / "shared" / "seeds"
NOTHING = Vocabulary(())
# Every line end of the seeds with a hyphen was read by eye; these and double names keep it, no others do.
KEPT = {
    ("el", "cykler"),
    ("2024", "2027"),
    ("face-to", "face"),
    ("hjemrejse", "og"),
    # a footnote stands between the halves
    ("behandlings", "1"),
}


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["en kommu-", "nal plan"], "en kommunal plan"),
        (["drift- ", "og anlæg"], "drift- og anlæg"),
        (["Ask-", "Holm"], "Ask-Holm"),
        (["2021-", "2024"], "2021-2024"),
        (["CO2-", "udledning"], "CO2-udledning"),
        (["dør-til-", "dør"], "dør-til-dør"),
        (["AN-", "SVAR"], "ANSVAR"),
        (["som -", "sagt"], "som - sagt"),
        ([], ""),
    ],
)
def test_lines_join_as_a_reader_would(lines: list[str], text: str) -> None:
    assert joined(lines, NOTHING) == text


def test_a_file_that_writes_the_hyphen_inside_its_lines_keeps_it_at_line_ends() -> None:
    own = Vocabulary(["en ny el-bil til byen"])
    assert keeps_hyphen("el", "bil", own)
    assert not keeps_hyphen("el", "bil", NOTHING)


@pytest.mark.skipif(not SEEDS.is_dir(), reason="../shared/seeds findes ikke her")
def test_line_ends_of_the_seeds_are_joined_right() -> None:
    right = total = 0
    for path in sorted(SEEDS.glob("*.txt")):
        lines = [line.text for line in set_aside(extract_text(path)).lines]
        vocabulary = Vocabulary(lines)
        for above, below in pairwise(lines):
            left, right_half = above.split()[-1].rstrip("-"), below.split()[0].rstrip(".,:;)")
            if not above.endswith("-") or not left:
                continue
            total += 1
            stays = "-" in joined([above, below], vocabulary)[len(above) - 1 : len(above)]
            is_name = left[0].isupper() and right_half.istitle()
            right += stays == (is_name or (left, right_half) in KEPT)
    assert total >= 400
    assert right / total >= 0.995
