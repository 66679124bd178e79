import errno
from pathlib import Path

import pytest

from records.errors import ConfigurationError, DiskFull, ReferatsoegError
from records.node.disk import disk_errors, require_space


def test_room_is_measured_where_the_folder_is_going_to_be(tmp_path: Path) -> None:
    require_space(tmp_path / "not" / "there" / "yet", 1)


def test_more_than_there_is_cannot_be_had(tmp_path: Path) -> None:
    with pytest.raises(DiskFull, match="REFERATSOEG_DATA_DIR"):
        require_space(tmp_path, 10**12)


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (errno.ENOSPC, DiskFull),
        (errno.EDQUOT, DiskFull),
        (errno.EACCES, ConfigurationError),
        (errno.EROFS, ConfigurationError),
    ],
)
def test_a_refusal_to_write_is_told_with_the_folder_and_the_remedy(
    tmp_path: Path, number: int, expected: type[ReferatsoegError]
) -> None:
    with pytest.raises(expected, match=f"{tmp_path}.*REFERATSOEG_DATA_DIR"), disk_errors(tmp_path):
        raise OSError(number, "refused")


def test_other_errors_pass(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="odd"), disk_errors(tmp_path):
        raise OSError(errno.EIO, "odd")
