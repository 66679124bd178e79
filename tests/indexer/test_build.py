"""Building against a real node: what is in use is always whole."""

import uuid
from collections.abc import Callable, Iterator

import pytest

from indexer.build import Builder, Json, signature
from records.embedding import ModelInfo
from records.errors import IndexIncomplete
from records.settings import OpenSearchSettings
from records.store import IndexStore

pytestmark = pytest.mark.integration

MODEL = ModelInfo("test", "r1", 3, "none")


@pytest.fixture
def store(node_url: str) -> Iterator[IndexStore]:
    store = IndexStore(node_url, OpenSearchSettings())
    yield store
    store.close()


@pytest.fixture
def builder(store: IndexStore) -> Iterator[Builder]:
    builder = Builder(store, f"t{uuid.uuid4().hex[:8]}", replicas=0)
    yield builder
    store.delete(store.matching(f"{builder.alias}*"))


def documents(*names: str) -> Iterator[tuple[str, Json]]:
    for name in names:
        yield name, {"kind": "passage", "access": "åben", "text": name, "vector": [1.0, 0.0, 0.0]}


def test_the_alias_points_at_the_new_index_and_the_old_one_is_gone(
    builder: Builder, store: IndexStore
) -> None:
    first = builder.build(documents("a"), MODEL, "s1")
    second = builder.build(documents("a", "b"), MODEL, "s2")
    assert store.behind(builder.alias) == [second]
    assert first not in store.matching(f"{builder.alias}.*")
    assert store.count(builder.alias) == 2


def test_the_index_tells_which_model_and_what_contents_it_was_made_of(
    builder: Builder, store: IndexStore
) -> None:
    builder.build(documents("a"), MODEL, "s1")
    meta = store.meta(builder.alias)
    assert meta["model"] == {"name": "test", "revision": "r1", "dimension": 3, "engine": "none"}
    assert builder.is_current("s1")
    assert not builder.is_current("s2")


def broken_documents() -> Iterator[tuple[str, Json]]:
    yield from documents("c")
    raise RuntimeError("the source broke off")


def refused_documents() -> Iterator[tuple[str, Json]]:
    yield "c", {"kind": "passage", "no_such_field": 1}


def doubled_documents() -> Iterator[tuple[str, Json]]:
    yield from documents("c", "c")


@pytest.mark.parametrize(
    ("source", "error"),
    [
        (broken_documents, RuntimeError),
        (refused_documents, IndexIncomplete),
        (doubled_documents, IndexIncomplete),
    ],
)
def test_a_failed_build_leaves_the_old_index_serving_and_nothing_behind(
    builder: Builder,
    store: IndexStore,
    source: Callable[[], Iterator[tuple[str, Json]]],
    error: type[Exception],
) -> None:
    in_use = builder.build(documents("a"), MODEL, "s1")
    with pytest.raises(error):
        builder.build(source(), MODEL, "s2")
    assert store.matching(f"{builder.alias}.*") == [in_use]
    assert store.count(builder.alias) == 1


def test_what_an_interrupted_build_left_is_pruned_by_the_next(builder: Builder, store: IndexStore) -> None:
    store.create(f"{builder.alias}.20200101000000000000", {})
    in_use = builder.build(documents("a"), MODEL, "s1")
    assert store.matching(f"{builder.alias}.*") == [in_use]


def test_pruning_leaves_an_archive_with_a_longer_name_alone(builder: Builder, store: IndexStore) -> None:
    other = Builder(store, f"{builder.alias}-andet", replicas=0)
    index = other.build(documents("a"), MODEL, "s1")
    builder.build(documents("a"), MODEL, "s1")
    assert store.behind(other.alias) == [index]


def test_the_signature_changes_with_the_contents_and_with_nothing_else() -> None:
    assert signature(["a", "b"], "v1") == signature(["a", "b"], "v1")
    assert signature(["a", "b"], "v1") != signature(["a"], "v1")
    assert signature(["a", "b"], "v1") != signature(["a", "b"], "v2")
