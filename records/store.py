"""OpenSearch, behind two small faces: one for writing an index, one for searching it.

The only module that knows the client; every error of the client leaves here as one of ours.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from opensearchpy import AsyncOpenSearch, OpenSearch
from opensearchpy import exceptions as client_errors
from opensearchpy.helpers import BulkIndexError, streaming_bulk

from records.errors import (
    ConfigurationError,
    IndexIncomplete,
    IndexMissing,
    QueryRejected,
    StoreError,
    StoreRefused,
    StoreUnavailable,
)
from records.settings import OpenSearchSettings

# A passage with its vector is about 10 kB of JSON, so a bulk request stays near 5 MB.
BULK_DOCUMENTS = 500
# Under this, one more refused connection is a node that is still waking up.
RETRIES = 3

Json = dict[str, Any]


class IndexStore:
    """Creates, fills and exchanges indices; synchronous, for the indexer."""

    def __init__(self, url: str, settings: OpenSearchSettings) -> None:
        with translated_errors():
            self._client = OpenSearch(**_client_options(url, settings))

    def create(self, index: str, definition: Mapping[str, Any]) -> None:
        """Create an empty index."""
        with translated_errors():
            self._client.indices.create(index=index, body=dict(definition))

    def write(self, index: str, documents: Iterable[tuple[str, Json]]) -> Iterator[str]:
        """Write ``(id, document)`` pairs in bulk and yield each id once it is taken.

        :raises IndexIncomplete: if OpenSearch refuses a document.
        """
        actions = ({"_index": index, "_id": key, "_source": document} for key, document in documents)
        with translated_errors():
            for _, result in streaming_bulk(
                self._client, actions, chunk_size=BULK_DOCUMENTS, max_retries=RETRIES
            ):
                yield result["index"]["_id"]

    def count(self, index: str) -> int:
        """Return how many documents a search of the index can find now."""
        with translated_errors():
            self._client.indices.refresh(index=index)
            return int(self._client.count(index=index)["count"])

    def behind(self, alias: str) -> list[str]:
        """Return the indices that the alias points at, none where there is no such alias."""
        with translated_errors():
            if not self._client.indices.exists_alias(name=alias):
                return []
            return sorted(self._client.indices.get_alias(name=alias))

    def matching(self, pattern: str) -> list[str]:
        """Return the indices whose names match, ``*`` standing for anything."""
        with translated_errors():
            return sorted(self._client.indices.get(index=pattern, allow_no_indices=True))

    def swap(self, alias: str, index: str) -> None:
        """Point the alias at the index and at nothing else, in one step."""
        removals = [{"remove": {"index": old, "alias": alias}} for old in self.behind(alias) if old != index]
        with translated_errors():
            self._client.indices.update_aliases(
                body={"actions": [*removals, {"add": {"index": index, "alias": alias}}]}
            )

    def delete(self, indices: Sequence[str]) -> None:
        """Delete the indices, those already gone aside."""
        with translated_errors():
            for index in indices:
                self._client.indices.delete(index=index, ignore_unavailable=True)

    def meta(self, index: str) -> Json:
        """Return the ``_meta`` of the index (or of the one behind an alias)."""
        with translated_errors():
            return _only_meta(self._client.indices.get_mapping(index=index))

    def version(self) -> str:
        """Return the version of OpenSearch that answers."""
        with translated_errors():
            return str(self._client.info()["version"]["number"])

    def close(self) -> None:
        """Let go of the connections."""
        self._client.close()


class SearchStore:
    """Searches an index; asynchronous, for the API."""

    def __init__(self, url: str, settings: OpenSearchSettings) -> None:
        with translated_errors():
            self._client = AsyncOpenSearch(**_client_options(url, settings))

    async def search(self, alias: str, body: Mapping[str, Any]) -> Json:
        """Send one search and return OpenSearch's answer.

        Each hit's ``matched_queries`` holds the score of every named query that it matches.
        """
        with translated_errors():
            answer: Json = await self._client.search(
                index=alias, body=dict(body), params={"include_named_queries_score": "true"}
            )
            return answer

    async def meta(self, alias: str) -> Json:
        """Return the ``_meta`` of the index behind the alias."""
        with translated_errors():
            return _only_meta(await self._client.indices.get_mapping(index=alias))

    async def version(self) -> str:
        """Return the version of OpenSearch that answers."""
        with translated_errors():
            info = await self._client.info()
            return str(info["version"]["number"])

    async def close(self) -> None:
        """Let go of the connections."""
        await self._client.close()


@contextmanager
def translated_errors() -> Iterator[None]:
    """Turn the client's errors into ours; none quotes what was asked or what was found."""
    try:
        yield
    except client_errors.NotFoundError as error:
        raise IndexMissing(
            "Der er ikke indekseret noget endnu. Kør »referatsoeg index MAPPE« først.", _summary(error)
        ) from error
    except (client_errors.AuthenticationException, client_errors.AuthorizationException) as error:
        raise StoreRefused(
            "OpenSearch afviser bruger eller adgangskode. Ret REFERATSOEG_OPENSEARCH__USER og "
            "REFERATSOEG_OPENSEARCH__PASSWORD.",
            _summary(error),
        ) from error
    except client_errors.SSLError as error:
        raise StoreRefused(
            "OpenSearchs certifikat kan ikke godkendes. Peg REFERATSOEG_OPENSEARCH__CA_FILE på det rette CA.",
            type(error).__name__,
        ) from error
    except client_errors.ConnectionError as error:
        raise StoreUnavailable(
            "OpenSearch svarer ikke. Se »referatsoeg node status«, og kør kommandoen igen.",
            type(error).__name__,
        ) from error
    except client_errors.RequestError as error:
        raise QueryRejected("OpenSearch kunne ikke forstå forespørgslen.", _summary(error)) from error
    except BulkIndexError as error:
        raise IndexIncomplete(
            f"OpenSearch afviste {len(error.errors)} dokumenter. Det gamle indeks er stadig i brug.",
            _bulk_reason(error),
        ) from error
    except client_errors.ImproperlyConfigured as error:
        raise ConfigurationError(
            "Forbindelsen til OpenSearch er sat forkert op. Ret REFERATSOEG_OPENSEARCH__URL.",
            type(error).__name__,
        ) from error
    except client_errors.OpenSearchException as error:
        raise StoreError("OpenSearch meldte en fejl. Prøv igen om lidt.", _summary(error)) from error


def _client_options(url: str, settings: OpenSearchSettings) -> Json:
    options: Json = {"hosts": [url], "timeout": settings.timeout_s, "max_retries": RETRIES}
    if bool(settings.user) != bool(settings.password):
        raise ConfigurationError(
            "OpenSearch skal have både bruger og adgangskode, eller ingen af dem. Sæt både "
            "REFERATSOEG_OPENSEARCH__USER og REFERATSOEG_OPENSEARCH__PASSWORD."
        )
    if settings.user and settings.password:
        options["http_auth"] = (settings.user, settings.password.get_secret_value())
    if settings.ca_file:
        options["ca_certs"] = str(settings.ca_file)
    return options


def _only_meta(mappings: Mapping[str, Any]) -> Json:
    for index in mappings.values():
        meta: Json = index["mappings"].get("_meta", {})
        return meta
    raise IndexMissing("Der er ikke indekseret noget endnu. Kør »referatsoeg index MAPPE« først.")


def _summary(error: client_errors.OpenSearchException) -> str:
    """Return the kind of error and OpenSearch's code for it, without the request's or a document's words."""
    if isinstance(error, client_errors.TransportError):
        return f"{error.status_code} {error.error}"
    return type(error).__name__


def _bulk_reason(error: BulkIndexError) -> str:
    """Return the types of OpenSearch's objections; their texts may quote a document."""
    objections = [result.get("error") for item in error.errors for result in item.values()]
    return ", ".join(sorted({str(o["type"]) if isinstance(o, dict) else "unknown" for o in objections}))
