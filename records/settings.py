"""Settings, read once from the environment and ``referatsoeg.toml`` and passed down from there."""

from pathlib import Path
from typing import Literal

import platformdirs
from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from records.errors import ConfigurationError

TOML_FILE = Path("referatsoeg.toml")


class _Group(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class OpenSearchSettings(_Group):
    """Where the engine is; without a URL the program runs its own local node."""

    url: str | None = Field(None, description="Address of an OpenSearch >= 3.2; empty runs a local node.")
    user: str | None = Field(None, description="User name for the cluster.")
    password: SecretStr | None = Field(None, description="Password for the cluster.")
    ca_file: Path | None = Field(None, description="CA certificate (PEM) that signed the cluster's own.")
    timeout_s: float = Field(30.0, gt=0, description="Longest wait for one answer, in seconds.")
    replicas: int = Field(0, ge=0, description="Replicas of each shard; a local node can hold none.")


class NodeSettings(_Group):
    """The local node."""

    heap_mb: int = Field(1024, ge=256, description="Java heap of the local node, in MiB.")
    port: int = Field(0, ge=0, le=65535, description="Loopback port of the local node; 0 takes a free one.")
    start_timeout_s: float = Field(180.0, gt=0, description="Longest wait for the node's start, in seconds.")


class EmbeddingSettings(_Group):
    """What turns text into vectors."""

    model: str = Field(
        "intfloat/multilingual-e5-small",
        description="Name of the model, or the path of a sentence-transformers folder.",
    )
    engine: Literal["ctranslate2", "sentence-transformers"] = Field(
        "ctranslate2",
        description="What runs the model; models other than the default need sentence-transformers.",
    )
    adapted: bool = Field(
        True, description="Whether the default model has learned Danish municipal language on top."
    )
    batch_size: int = Field(16, ge=1, description="Texts embedded at once.")
    threads: int = Field(0, ge=0, description="Threads for embedding; 0 uses every core.")


class RerankingSettings(_Group):
    """What puts the best hits in a better order, if anything does."""

    model: str = Field(
        "",
        description="Name or folder of a CrossEncoder that puts the 50 best hits in order; empty for none.",
    )


class ReadingSettings(_Group):
    """How files are read."""

    default_access: Literal["åben", "lukket"] = Field(
        "åben",
        description="Access of what does not say: åben for published minutes, lukket for an internal one.",
    )
    workers: int = Field(0, ge=0, description="Processes that read files; 0 uses every core.")
    timeout_s: float = Field(120.0, gt=0, description="Longest reading of one file, in seconds.")
    ocr_timeout_s: float = Field(
        1800.0,
        ge=0,
        description="Longest text recognition (OCR) of one file, in seconds; 0 leaves scans unread.",
    )
    max_pages: int = Field(1000, ge=1, description="Pages read of one file; what is beyond is reported.")
    max_file_mb: int = Field(200, ge=1, description="Largest file that is read, in MiB.")


class SearchSettings(_Group):
    """How questions are understood."""

    thesaurus: Path | None = Field(
        None, description="The municipality's own synonyms, a text file like those in mappings/thesaurus."
    )


class ApiSettings(_Group):
    """The web service."""

    host: str = Field("127.0.0.1", description="Address that `serve` listens on.")
    port: int = Field(8000, ge=0, le=65535, description="Port that `serve` listens on; 0 takes a free one.")


class PageSettings(_Group):
    """How the pages look and whose they are."""

    name: str = Field(
        "Referatsøg", min_length=1, description="Name of the service, at the top of every page."
    )
    municipality: str = Field(
        "", description="Whose service it is; named at the top and the bottom of pages."
    )
    logo: Path | None = Field(None, description="Logo beside the name: an SVG or PNG file.")
    colour: str = Field(
        "#1d5b66",
        pattern=r"^#[0-9a-fA-F]{6}$",
        description="Colour of links and buttons on light ground; refused where it is too pale to be read.",
    )
    colour_dark: str = Field(
        "#8ccbd6",
        pattern=r"^#[0-9a-fA-F]{6}$",
        description="Colour of links and buttons on dark ground; refused where it is too dark to be read.",
    )
    contact: str = Field("", description="Address or telephone number in the accessibility statement.")
    pictures_mb: int = Field(
        512,
        ge=0,
        description="Most that is kept of drawn pages, in MiB: some 3,700 of text or 650 scanned.",
    )


class Settings(BaseSettings):
    """All settings; names of environment variables are ``REFERATSOEG_`` and the path joined by ``__``."""

    model_config = SettingsConfigDict(
        env_prefix="REFERATSOEG_", env_nested_delimiter="__", frozen=True, extra="forbid", toml_file=TOML_FILE
    )

    data_dir: Path = Field(
        default_factory=lambda: Path(platformdirs.user_data_dir("referatsoeg")),
        description="Folder of the node's data, the archives with their originals, and the caches.",
    )
    cache_dir: Path | None = Field(
        None,
        description="Folder of downloads and unpacked weights; empty puts it under the data folder.",
    )
    index: str = Field(
        "referater",
        pattern=r"^[a-z0-9][a-z0-9_-]{0,99}$",
        description="Name of the archive and of the alias that is searched.",
    )
    opensearch: OpenSearchSettings = OpenSearchSettings()
    node: NodeSettings = NodeSettings()
    embedding: EmbeddingSettings = EmbeddingSettings()
    reranking: RerankingSettings = RerankingSettings()
    reading: ReadingSettings = ReadingSettings()
    search: SearchSettings = SearchSettings()
    api: ApiSettings = ApiSettings()
    pages: PageSettings = PageSettings()

    @property
    def caches(self) -> Path:
        """The folder of downloads and unpacked weights."""
        return self.cache_dir or self.data_dir / "cache"

    @property
    def archive_dir(self) -> Path:
        """The folder of this archive: its ledger and its original files."""
        return self.data_dir / "archives" / self.index

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Take what the caller says first, then the environment, then the TOML file."""
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls)


def load_settings(**overrides: object) -> Settings:
    """Return the settings in force.

    :raises ConfigurationError: if one of them cannot be used; the message names it and says why.
    """
    try:
        return Settings(**overrides)  # type: ignore[arg-type]
    except ValidationError as error:
        problems = "; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors())
        raise ConfigurationError(f"En indstilling kan ikke bruges: {problems}") from error
