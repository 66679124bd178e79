import json
from pathlib import Path

import pytest

from records.node.configuration import identity, java_command, opensearch_settings, write_configuration
from records.node.distribution import Distribution
from records.node.folder import NodeFolder
from records.node.java import Java

DISTRIBUTION = Distribution(Path("/cache/os"), (Path("/cache/icu.jar"),))


def command(*, major: int = 25, full: bool = True, heap_mb: int = 768) -> list[str]:
    return java_command(Java(Path("/jdk"), major, full), DISTRIBUTION, NodeFolder(Path("/d/node")), heap_mb)


def test_the_node_is_single_and_on_the_loopback_only() -> None:
    settings = opensearch_settings(NodeFolder(Path("/d/node")), 0)
    assert settings["network.host"] == "127.0.0.1"
    assert settings["discovery.type"] == "single-node"
    assert settings["action.auto_create_index"] is False


def test_odd_characters_in_the_path_are_quoted(tmp_path: Path) -> None:
    folder = NodeFolder(tmp_path / "Møder, bilag: 2024" / "node")
    folder.root.parent.mkdir()
    folder.make()
    write_configuration(folder, 9311)
    lines = (folder.config / "opensearch.yml").read_text().splitlines()
    written = {name: json.loads(value) for name, _, value in (line.partition(": ") for line in lines)}
    assert written["path.data"] == [str(folder.data)]
    assert written["http.port"] == 9311


def test_the_vector_instructions_are_asked_for_only_where_they_are() -> None:
    assert "--add-modules=jdk.incubator.vector" in command(full=True)
    assert "--add-modules=jdk.incubator.vector" not in command(full=False)


def test_an_older_java_is_not_given_what_it_does_not_know() -> None:
    assert "-XX:+UseCompactObjectHeaders" in command(major=25)
    assert "-XX:+UseCompactObjectHeaders" not in command(major=21)


def test_the_heap_is_the_one_set() -> None:
    assert {"-Xms768m", "-Xmx768m", "-XX:MaxDirectMemorySize=384m"} <= set(command(heap_mb=768))


def test_the_locale_data_stands_on_the_class_path() -> None:
    assert "/cache/os/lib/*:/cache/icu.jar" in command()


def test_the_command_carries_the_identity_of_its_folder_and_no_other() -> None:
    assert identity(NodeFolder(Path("/d/node"))) in command()
    assert identity(NodeFolder(Path("/d/node2"))) not in command()


@pytest.mark.parametrize("option", ["HeapDump", "AlwaysPreTouch"])
def test_what_would_write_meetings_to_disk_or_take_all_memory_is_left_out(option: str) -> None:
    assert not [part for part in command() if option in part]
