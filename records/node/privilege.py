"""Who the node runs as: OpenSearch refuses root, so root's node is given up to somebody with less."""

import os
import pwd
import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from records.errors import NodeStartFailed

ROOT = 0
# A user namespace without a mapping: the process is nobody to itself, while the files stay root's own.
NAMESPACE = ("unshare", "--user")
UNPRIVILEGED = "nobody"


@dataclass(frozen=True)
class Owner:
    """Who the node's process is to be; by default whoever runs the command."""

    prefix: tuple[str, ...] = ()
    uid: int | None = None
    gid: int | None = None


def choose_owner() -> Owner:
    """Return an owner that OpenSearch accepts."""
    if os.geteuid() != ROOT:
        return Owner()
    if _namespaces_allowed():
        return Owner(prefix=NAMESPACE)
    account = pwd.getpwnam(UNPRIVILEGED)
    return Owner(uid=account.pw_uid, gid=account.pw_gid)


def hand_over(folder: Path, owner: Owner) -> None:
    """Give root's files to the node's owner, or take them back after another one had them."""
    if os.geteuid() != ROOT:
        return
    uid, gid = owner.uid or ROOT, owner.gid or ROOT
    for path in (folder, *folder.rglob("*")):
        if path.lstat().st_uid != uid:
            os.chown(path, uid, gid, follow_symlinks=False)


def require_access(owner: Owner, paths: Iterable[Path]) -> None:
    """Make sure that the node's owner can read what it is about to run.

    :raises NodeStartFailed: if it cannot.
    """
    if owner.uid is None:
        return
    # Asked of the system itself, as that user: every folder on the way counts too.
    check = 'for path; do [ -r "$path" ] || { echo "$path"; exit 1; }; done'
    answer = subprocess.run(
        ["/bin/sh", "-c", check, "sh", *map(str, paths)],
        user=owner.uid,
        group=owner.gid,
        extra_groups=[],
        cwd="/",
        capture_output=True,
        text=True,
        check=False,
    )
    if answer.returncode:
        raise NodeStartFailed(
            "OpenSearch kan ikke køre som root, og på denne maskine kan en bruger uden rettigheder ikke læse "
            f"{answer.stdout.strip()}. Kør kommandoen som en almindelig bruger, eller læg "
            "REFERATSOEG_DATA_DIR, Python-miljøet og Java et sted, som alle kan læse."
        )


def _namespaces_allowed() -> bool:
    if shutil.which(NAMESPACE[0]) is None:
        return False
    return subprocess.run([*NAMESPACE, "true"], capture_output=True, check=False).returncode == 0
