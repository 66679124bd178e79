from pathlib import Path

import pytest
from pydantic import BaseModel

from records.errors import ConfigurationError
from records.settings import Settings, load_settings


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("DATA_DIR", "CACHE_DIR", "INDEX", "OPENSEARCH__URL"):
        monkeypatch.delenv(f"REFERATSOEG_{name}", raising=False)


def test_the_environment_wins_over_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "referatsoeg.toml").write_text('index = "fra-fil"\n[opensearch]\nuser = "fra-fil"\n')
    monkeypatch.setenv("REFERATSOEG_INDEX", "fra-miljoe")
    settings = load_settings()
    assert (settings.index, settings.opensearch.user) == ("fra-miljoe", "fra-fil")


def test_nested_settings_are_named_with_two_underscores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REFERATSOEG_OPENSEARCH__URL", "https://opensearch.example:9200")
    assert load_settings().opensearch.url == "https://opensearch.example:9200"


def test_a_setting_that_cannot_be_used_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REFERATSOEG_INDEX", "Ikke Et Navn")
    with pytest.raises(ConfigurationError, match="index"):
        load_settings()


def test_the_password_never_shows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REFERATSOEG_OPENSEARCH__PASSWORD", "hemmeligt")
    assert "hemmeligt" not in repr(load_settings())


def setting_names(model: type[BaseModel], prefix: str = "REFERATSOEG_") -> list[str]:
    names: list[str] = []
    for name, field in model.model_fields.items():
        if isinstance(field.annotation, type) and issubclass(field.annotation, BaseModel):
            names += setting_names(field.annotation, f"{prefix}{name.upper()}__")
        else:
            names.append(f"{prefix}{name.upper()}")
    return names


@pytest.mark.parametrize("name", setting_names(Settings))
def test_every_setting_stands_in_the_documentation(name: str) -> None:
    documentation = Path(__file__).parents[2] / "docs" / "settings.md"
    assert f"`{name}`" in documentation.read_text(encoding="utf-8")
