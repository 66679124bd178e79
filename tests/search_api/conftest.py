from collections.abc import Iterator
from dataclasses import asdict

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from records.embedding import Embedder
from records.settings import Settings
from records.store import IndexStore, SearchStore
from search_api.app import create_app
from tests.search_api.invented_archive import write_archive


@pytest.fixture(scope="session")
def searched(
    settings: Settings, node_url: str, embedder: Embedder, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Settings]:
    """The settings of an archive whose index holds the invented meetings."""
    own = settings.model_copy(update={"index": f"{settings.index}-sog"})
    folder = tmp_path_factory.mktemp("files")
    index = write_archive(own, node_url, embedder, folder, asdict(embedder.model))
    yield own
    store = IndexStore(node_url, own.opensearch)
    store.delete([index])
    store.close()


@pytest.fixture(scope="session")
def app(searched: Settings, node_url: str, embedder: Embedder) -> FastAPI:
    return create_app(searched, SearchStore(node_url, searched.opensearch), embedder)


@pytest.fixture(scope="session")
def client(app: FastAPI) -> Iterator[TestClient]:
    with TestClient(app) as running:
        yield running
