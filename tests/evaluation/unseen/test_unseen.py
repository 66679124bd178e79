"""The unseen files are what their manuscripts say, no more and no less."""

import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent


@pytest.mark.parametrize("batch", ["a", "b"])
def test_files_and_truth_are_those_that_the_manuscripts_make(batch: str, tmp_path: Path) -> None:
    subprocess.run([sys.executable, HERE / "make.py", batch, "--into", tmp_path], check=True)
    made = {path.relative_to(tmp_path): path.read_bytes() for path in tmp_path.rglob("*.*")}
    folders = (HERE / batch / "files", HERE / batch / "truth")
    assert made == {path.relative_to(HERE): path.read_bytes() for one in folders for path in one.iterdir()}
