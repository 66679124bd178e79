"""``serve``: the web service."""

import json
import logging
import socket
import sys
from typing import Annotated

import structlog
import typer
import uvicorn

from records.embedding import create_embedder
from records.errors import PortTaken
from records.reranking import create_reranker
from records.settings import Settings, load_settings
from records.store import SearchStore
from referatsoeg.engine import engine_url
from referatsoeg.terminal import err
from search_api.app import create_app


def serve(
    port: Annotated[int | None, typer.Option(min=0, max=65535, help="Port; 0 tager en ledig.")] = None,
) -> None:
    """Vis søgningen på nettet, indtil Ctrl-C."""
    serve_archive(load_settings(), port)


def serve_archive(settings: Settings, port: int | None = None) -> None:
    """Serve the archive until the process is told to stop.

    :raises PortTaken: if something else listens on the port.
    """
    log_as_json()
    listener = _listener(settings.api.host, settings.api.port if port is None else port)
    store = SearchStore(engine_url(settings), settings.opensearch)
    app = create_app(settings, store, create_embedder(settings), create_reranker(settings))
    host, bound = listener.getsockname()[:2]
    err.print(f"Søgningen er på [bold]http://{host}:{bound}/[/bold] (stop med Ctrl-C)")
    # The access log would hold the query of every search.
    server = uvicorn.Server(uvicorn.Config(app, log_config=None, access_log=False))
    server.run(sockets=[listener])


def log_as_json() -> None:
    """Write the log to stderr, one JSON object to a line; no query and no document is ever logged."""
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
    libraries = logging.StreamHandler(sys.stderr)
    libraries.setFormatter(_WithoutWords())
    logging.basicConfig(level=logging.WARNING, handlers=[libraries])


class _WithoutWords(logging.Formatter):
    """Tells what a library reports as JSON, an error by its kind alone: its words may be a query's."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the record as one JSON object on one line."""
        kind = record.exc_info[0].__name__ if record.exc_info and record.exc_info[0] else None
        event = "uventet fejl" if kind else record.getMessage()
        return json.dumps({"event": event, "error": kind, "level": record.levelname.lower()})


def _listener(host: str, port: int) -> socket.socket:
    listener = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
    except OSError as error:
        listener.close()
        raise PortTaken(
            f"Port {port} på {host} er optaget. Vælg en anden med »serve --port N«; 0 tager en ledig.",
            error.strerror,
        ) from error
    return listener
