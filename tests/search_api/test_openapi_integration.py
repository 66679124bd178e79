"""The API keeps its own description, whatever it is asked."""

import socket
import threading
import time
from collections.abc import Iterator

import pytest
import schemathesis
import uvicorn
from hypothesis import HealthCheck, given, settings
from schemathesis.schemas import BaseSchema

from records.embedding import Embedder
from records.settings import Settings
from records.store import SearchStore
from search_api.app import create_app

pytestmark = pytest.mark.integration

# Enough to reach every parameter of the search several times, in under a minute.
EXAMPLES = 20
START_TIMEOUT_S = 60


@pytest.fixture(scope="module")
def described(searched: Settings, node_url: str, embedder: Embedder) -> Iterator[BaseSchema]:
    app = create_app(searched, SearchStore(node_url, searched.opensearch), embedder)
    server = uvicorn.Server(uvicorn.Config(app, log_config=None))
    listener = socket.create_server(("127.0.0.1", 0))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    deadline = time.monotonic() + START_TIMEOUT_S
    while not server.started and time.monotonic() < deadline:
        time.sleep(0.05)
    yield schemathesis.openapi.from_url(f"http://127.0.0.1:{listener.getsockname()[1]}/openapi.json")
    server.should_exit = True
    thread.join()


def test_every_answer_is_as_described(described: BaseSchema) -> None:
    operations = [result.ok() for result in described.get_all_operations()]
    assert len(operations) >= 8
    for operation in operations:

        @given(case=operation.as_strategy())
        @settings(
            max_examples=EXAMPLES, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck)
        )
        def answers_as_described(case: schemathesis.Case) -> None:
            case.call_and_validate()

        answers_as_described()
