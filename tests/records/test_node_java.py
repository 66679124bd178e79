from pathlib import Path

import pytest

from records.errors import JavaMissing
from records.node.java import BUNDLED_HOME, find_java, installed_java

FULL = "java.base jdk.incubator.vector jdk.localedata"
TRIMMED = "java.base jdk.localedata"


def install(home: Path, version: str, modules: str = FULL) -> Path:
    (home / "bin").mkdir(parents=True)
    (home / "bin" / "java").touch(mode=0o755)
    (home / "release").write_text(f'IMPLEMENTOR="X"\nJAVA_VERSION="{version}"\nMODULES="{modules}"\n')
    return home


@pytest.fixture
def jvm(tmp_path: Path) -> Path:
    folder = tmp_path / "jvm"
    folder.mkdir()
    return folder


@pytest.fixture
def bundled(tmp_path: Path) -> Path:
    return install(tmp_path / "bundled", "25.0.2", TRIMMED)


def test_a_full_jdk_of_the_machine_is_preferred_to_the_trimmed_one_of_the_package(
    jvm: Path, bundled: Path
) -> None:
    home = install(jvm / "jdk-21", "21.0.4")
    assert find_java({}, jvm, bundled).home == home


def test_the_newest_that_has_been_tried_is_preferred(jvm: Path, bundled: Path) -> None:
    for version in ("21.0.4", "25", "26.0.1", "17.0.15"):
        install(jvm / version, version)
    assert find_java({}, jvm, bundled).major == 25


def test_one_newer_than_tried_is_taken_where_there_is_no_other(jvm: Path, tmp_path: Path) -> None:
    install(jvm / "jdk-26", "26")
    assert find_java({}, jvm, tmp_path / "none").major == 26


def test_java_home_comes_before_the_machine_s_others(jvm: Path, tmp_path: Path, bundled: Path) -> None:
    install(jvm / "jdk-25", "25")
    home = install(tmp_path / "mine", "21.0.1")
    assert find_java({"JAVA_HOME": str(home)}, jvm, bundled).home == home


def test_a_java_home_that_is_too_old_is_passed_over(jvm: Path, tmp_path: Path, bundled: Path) -> None:
    home = install(tmp_path / "old", "17.0.15")
    assert find_java({"JAVA_HOME": str(home)}, jvm, bundled).home == bundled


def test_a_java_home_without_a_java_is_passed_over(jvm: Path, tmp_path: Path, bundled: Path) -> None:
    assert find_java({"JAVA_HOME": str(tmp_path / "gone")}, jvm, bundled).home == bundled


def test_a_folder_whose_java_cannot_be_run_is_passed_over(jvm: Path, bundled: Path) -> None:
    home = install(jvm / "jdk-25", "25")
    (home / "bin" / "java").unlink()
    assert find_java({}, jvm, bundled).home == bundled


def test_the_java_asked_for_is_used_before_any_other(jvm: Path, tmp_path: Path, bundled: Path) -> None:
    home = install(tmp_path / "asked", "21.0.1", TRIMMED)
    mine = install(tmp_path / "mine", "25")
    asked = {"OPENSEARCH_JAVA_HOME": str(home), "JAVA_HOME": str(mine)}
    assert find_java(asked, jvm, bundled).home == home


@pytest.mark.parametrize(("version", "said"), [("17.0.15", "Java 17"), (None, "ingen Java")])
def test_the_java_asked_for_is_refused_with_a_remedy_if_it_cannot_be_used(
    jvm: Path, tmp_path: Path, bundled: Path, version: str | None, said: str
) -> None:
    home = tmp_path / "asked"
    if version:
        install(home, version)
    with pytest.raises(JavaMissing, match="OPENSEARCH_JAVA_HOME skal pege på") as caught:
        find_java({"OPENSEARCH_JAVA_HOME": str(home)}, jvm, bundled)
    assert said in str(caught.value.detail)


def test_no_java_at_all_is_told_with_its_remedy(tmp_path: Path) -> None:
    with pytest.raises(JavaMissing, match="OPENSEARCH_JAVA_HOME på en JDK"):
        find_java({}, tmp_path / "jvm", tmp_path / "bundled")


def test_the_java_of_the_package_is_trimmed_and_new_enough() -> None:
    java = installed_java(BUNDLED_HOME)
    assert java is not None
    assert java.usable
    assert not java.full
