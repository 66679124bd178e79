import inspect

import pytest
from opensearchpy import exceptions as client_errors
from opensearchpy.helpers import BulkIndexError

from records.errors import (
    ConfigurationError,
    IndexIncomplete,
    IndexMissing,
    QueryRejected,
    ReferatsoegError,
    StoreError,
    StoreRefused,
    StoreUnavailable,
)
from records.store import translated_errors

TRANSPORT = (503, "some_error", {"error": {"reason": "secret words of a document"}})


def every_client_error() -> list[type[Exception]]:
    return [
        kind
        for _, kind in inspect.getmembers(client_errors, inspect.isclass)
        if issubclass(kind, client_errors.OpenSearchException | client_errors.ImproperlyConfigured)
        and not issubclass(kind, client_errors.OpenSearchDslException)
    ]


@pytest.mark.parametrize("kind", every_client_error(), ids=lambda kind: kind.__name__)
def test_every_error_of_the_client_becomes_one_of_ours_without_its_words(kind: type[Exception]) -> None:
    with pytest.raises(ReferatsoegError) as caught, translated_errors():
        raise kind(*TRANSPORT)
    assert "secret" not in f"{caught.value.message} {caught.value.detail}"
    assert isinstance(caught.value.__cause__, kind)


@pytest.mark.parametrize(
    ("kind", "ours"),
    [
        (client_errors.NotFoundError, IndexMissing),
        (client_errors.AuthenticationException, StoreRefused),
        (client_errors.SSLError, StoreRefused),
        (client_errors.ConnectionError, StoreUnavailable),
        (client_errors.ConnectionTimeout, StoreUnavailable),
        (client_errors.RequestError, QueryRejected),
        (client_errors.ConflictError, StoreError),
        (client_errors.ImproperlyConfigured, ConfigurationError),
    ],
)
def test_an_error_of_the_client_becomes_the_kind_that_says_what_to_do(
    kind: type[Exception], ours: type[ReferatsoegError]
) -> None:
    with pytest.raises(ours), translated_errors():
        raise kind(*TRANSPORT)


def test_a_refused_document_is_reported_by_kind_and_never_quoted() -> None:
    refused = [{"index": {"error": {"type": "strict_dynamic_mapping_exception", "reason": "secret words"}}}]
    with pytest.raises(IndexIncomplete) as caught, translated_errors():
        raise BulkIndexError("1 document(s) failed", refused)
    assert caught.value.detail == "strict_dynamic_mapping_exception"
