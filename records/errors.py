"""What can go wrong, as one tree.

ReferatsoegError
├── ConfigurationError          a setting cannot be used
├── NodeError                   the local node
│   ├── JavaMissing             no Java that is new enough
│   ├── DownloadFailed          an artifact could not be fetched, or is not the one expected
│   ├── DiskFull                too little room for the node
│   ├── PortTaken               the chosen port is in use
│   └── NodeStartFailed         the node ended or stayed silent while starting
├── StoreError                  OpenSearch
│   ├── StoreUnavailable        no answer, or none in time
│   ├── StoreRefused            user, password or certificate not accepted
│   ├── QueryRejected           OpenSearch could not take the request
│   ├── IndexMissing            nothing has been indexed under this name
│   └── IndexIncomplete         what was written is not what can be counted
├── EmbeddingError              vectors
│   ├── EngineMissing           the extra that runs the model is not installed
│   └── ModelMismatch           the index was made with another model
├── RerankingError              the model that puts hits in order cannot be used
├── ArchiveBusy                 another run is writing to the archive
├── UnreadableFile              a file that cannot be read; recorded as a rejection, never ends a run
├── InvalidRequest              a parameter that cannot be understood
└── NotFound                    no such meeting, punkt or document
    ├── Withdrawn               it was there, and has been withdrawn
    └── Replaced                it was there, and a newer version has taken its place

Messages are in plain Danish, for staff, and say what to do. They never quote a document.
"""

from typing import ClassVar, Literal

RejectionReason = Literal[
    "ocr", "krypteret", "beskadiget", "tom", "for_stor", "for_langsom", "ukendt_type", "fejl"
]


class ReferatsoegError(Exception):
    """Root of every error of ours; ``message`` is for people, ``detail`` for whoever looks closer."""

    code: ClassVar[str] = "fejl"
    http_status: ClassVar[int] = 500
    exit_code: ClassVar[int] = 1

    def __init__(self, message: str, detail: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.detail = detail


class ConfigurationError(ReferatsoegError):
    """A setting cannot be used."""

    code = "indstilling"
    exit_code = 2


class NodeError(ReferatsoegError):
    """The local node failed."""

    code = "node"
    http_status = 503


class JavaMissing(NodeError):
    """There is no Java, or none new enough."""

    code = "java_mangler"


class DownloadFailed(NodeError):
    """An artifact could not be fetched, or its checksum is not the expected one."""

    code = "hentning_fejlede"


class DiskFull(NodeError):
    """There is too little room on the disk for the node."""

    code = "disk_fuld"


class PortTaken(NodeError):
    """The port chosen for the node is in use."""

    code = "port_optaget"


class NodeStartFailed(NodeError):
    """The node ended, or stayed silent, while it was starting."""

    code = "node_start"


class StoreError(ReferatsoegError):
    """OpenSearch did not do what was asked."""

    code = "lager"
    http_status = 503


class StoreUnavailable(StoreError):
    """OpenSearch does not answer, or not in time."""

    code = "lager_svarer_ikke"


class StoreRefused(StoreError):
    """OpenSearch does not accept the user, the password or the certificate."""

    code = "lager_afviser"


class QueryRejected(StoreError):
    """OpenSearch cannot take the request as it was built."""

    code = "foresporgsel_afvist"
    http_status = 500


class IndexMissing(StoreError):
    """Nothing has been indexed under this name yet."""

    code = "indeks_mangler"


class IndexIncomplete(StoreError):
    """The new index does not hold what was written to it."""

    code = "indeks_ufuldstaendigt"


class IndexOutdated(StoreError):
    """The index was made by another version of the program, with other fields."""

    code = "indeks_foraeldet"
    http_status = 503


class EmbeddingError(ReferatsoegError):
    """Text could not be turned into vectors."""

    code = "embedding"


class EngineMissing(EmbeddingError):
    """The extra that runs the model is not installed."""

    code = "embedding_mangler"


class ModelMismatch(EmbeddingError):
    """The index was made with another model than the one in use."""

    code = "forkert_model"
    http_status = 503


class RerankingError(ReferatsoegError):
    """The model that puts hits in order is missing, or is none that can."""

    code = "omrangering"
    exit_code = 2


class ArchiveBusy(ReferatsoegError):
    """Another run is writing to the archive."""

    code = "arkiv_optaget"
    http_status = 409


class UnreadableFile(ReferatsoegError):
    """A file cannot be read; ``code`` of the rejection stands in :attr:`reason`."""

    code = "ulaeselig_fil"

    def __init__(self, reason: RejectionReason, message: str, detail: str | None = None) -> None:
        super().__init__(message, detail)
        self.reason = reason


class InvalidRequest(ReferatsoegError):
    """A parameter cannot be understood."""

    code = "ugyldig_foresporgsel"
    http_status = 422
    exit_code = 2


class NotFound(ReferatsoegError):
    """There is no such meeting, punkt or document, or none that the reader may see."""

    code = "findes_ikke"
    http_status = 404


class Withdrawn(NotFound):
    """It was there, and has been withdrawn."""

    code = "trukket_tilbage"
    http_status = 410


class Replaced(NotFound):
    """It was there, and a newer version has taken its place; :attr:`successor` is that document's id."""

    code = "afloest"
    http_status = 308

    def __init__(self, successor: str) -> None:
        super().__init__("Filen er afløst af en nyere udgave.")
        self.successor = successor
