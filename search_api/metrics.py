"""What is counted for those who operate the service; no word of any query is kept."""

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest

from search_api.models import SearchResponse


class Metrics:
    """The counters of one app."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self._requests = Histogram(
            "referatsoeg_request_seconds",
            "Svartid pr. rute og status",
            ["route", "status"],
            registry=self._registry,
        )
        self._searches = Counter(
            "referatsoeg_searches", "Søgninger", ["mode", "intent", "outcome"], registry=self._registry
        )

    def request(self, route: str, status: int, seconds: float) -> None:
        """Count a request under the route's pattern, which holds no id."""
        self._requests.labels(route, str(status)).observe(seconds)

    def search(self, response: SearchResponse) -> None:
        """Count a search by how it was understood and whether it found anything."""
        outcome = "answer" if response.answer else "hits" if response.total else "empty"
        self._searches.labels(response.query.mode, response.query.intent, outcome).inc()

    def exposition(self) -> bytes:
        """Return the counters in Prometheus' text format."""
        return generate_latest(self._registry)
