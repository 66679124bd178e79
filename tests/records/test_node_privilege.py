import os
import pwd
from pathlib import Path

import pytest

from records.errors import NodeStartFailed
from records.node import privilege
from records.node.privilege import NAMESPACE, Owner, choose_owner, hand_over, require_access

as_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can hand files over")
NOBODY = pwd.getpwnam("nobody")


def test_an_ordinary_user_runs_the_node_as_he_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    assert choose_owner() == Owner()


def test_root_runs_the_node_in_a_namespace_where_there_are_such(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setattr(privilege, "_namespaces_allowed", lambda: True)
    assert choose_owner() == Owner(prefix=NAMESPACE)


def test_root_runs_the_node_as_nobody_where_the_program_is_missing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert choose_owner() == Owner(uid=NOBODY.pw_uid, gid=NOBODY.pw_gid)


@as_root
def test_files_are_handed_over_and_taken_back(tmp_path: Path) -> None:
    file = tmp_path / "node" / "data" / "file"
    file.parent.mkdir(parents=True)
    file.touch()
    for owner in (Owner(uid=NOBODY.pw_uid, gid=NOBODY.pw_gid), Owner()):
        hand_over(tmp_path / "node", owner)
        assert {path.stat().st_uid for path in (file, file.parent, file.parent.parent)} == {owner.uid or 0}
    assert tmp_path.stat().st_uid == 0


@as_root
def test_what_the_owner_cannot_reach_is_told_with_the_remedy(tmp_path: Path) -> None:
    hidden = tmp_path / "private" / "java"
    hidden.parent.mkdir(mode=0o700)
    hidden.touch()
    with pytest.raises(NodeStartFailed, match=f"kan ikke køre som root.*{hidden}"):
        require_access(Owner(uid=NOBODY.pw_uid, gid=NOBODY.pw_gid), [Path("/bin/sh"), hidden])


@as_root
def test_what_the_owner_can_reach_is_let_pass() -> None:
    require_access(Owner(uid=NOBODY.pw_uid, gid=NOBODY.pw_gid), [Path("/bin/sh")])
