"""Room on the disk, asked for before it is needed and noticed when it runs out."""

import errno
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from records.errors import ConfigurationError, DiskFull

MIB = 1024 * 1024
NO_ROOM = (errno.ENOSPC, errno.EDQUOT)
NOT_WRITABLE = (errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR)


def require_space(folder: Path, needed_mb: int) -> None:
    """Make sure that the folder's disk has room.

    :raises DiskFull: if it has not.
    """
    free_mb = shutil.disk_usage(_nearest_existing(folder)).free // MIB
    if free_mb < needed_mb:
        raise DiskFull(_no_room(folder), f"{free_mb} MiB fri, {needed_mb} MiB skal bruges")


@contextmanager
def disk_errors(folder: Path) -> Iterator[None]:
    """Turn the operating system's refusals to write in the folder into ours.

    :raises DiskFull: if the disk, or the quota on it, is used up inside the block.
    :raises ConfigurationError: if the folder cannot be written in.
    """
    try:
        yield
    except OSError as error:
        if error.errno in NO_ROOM:
            raise DiskFull(_no_room(folder), error.strerror) from error
        if error.errno in NOT_WRITABLE:
            raise ConfigurationError(
                f"Programmet kan ikke skrive i {folder}. Ret mappens rettigheder, eller vælg en anden mappe "
                "med REFERATSOEG_DATA_DIR eller REFERATSOEG_CACHE_DIR.",
                error.strerror,
            ) from error
        raise


def _nearest_existing(folder: Path) -> Path:
    return next(path for path in (folder, *folder.parents) if path.exists())


def _no_room(folder: Path) -> str:
    return (
        f"Der er ikke plads nok på disken til {folder}. Frigør plads, eller vælg en anden disk med "
        "REFERATSOEG_DATA_DIR eller REFERATSOEG_CACHE_DIR."
    )
