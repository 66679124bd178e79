from pathlib import Path

import pytest

from records.errors import ConfigurationError
from records.settings import PageSettings
from search_api.pages.brand import DARK_GROUND, LIGHT_GROUND, brand_css, contrast, logo_type

STYLES = Path(__file__).parents[3] / "search_api" / "pages" / "static" / "site.css"


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21.0), ("#777777", "#ffffff", 4.48), ("#123456", "#123456", 1.0)],
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.01)
    assert contrast(other, one) == contrast(one, other)


def test_the_colours_of_the_settings_reach_the_stylesheet() -> None:
    css = brand_css(PageSettings(colour="#7a1f3d", colour_dark="#f0b6c6"))
    assert "--accent: #7a1f3d" in css.split("@media")[0]
    assert "--accent: #f0b6c6" in css.split("@media")[1]


@pytest.mark.parametrize(
    ("settings", "named"),
    [
        (PageSettings(colour="#ffcc00"), "REFERATSOEG_PAGES__COLOUR"),
        (PageSettings(colour_dark="#203040"), "REFERATSOEG_PAGES__COLOUR_DARK"),
    ],
)
def test_a_colour_that_cannot_be_read_is_refused_and_named(settings: PageSettings, named: str) -> None:
    with pytest.raises(ConfigurationError, match=named):
        brand_css(settings)


def test_the_grounds_are_those_of_the_stylesheet() -> None:
    light, dark = STYLES.read_text(encoding="utf-8").split("prefers-color-scheme: dark", 1)
    assert f"--ground: {LIGHT_GROUND}" in light
    assert f"--paper: {DARK_GROUND}" in dark


def test_a_logo_is_svg_or_png_and_there(tmp_path: Path) -> None:
    logo = tmp_path / "logo.svg"
    logo.write_text("<svg/>")
    assert logo_type(logo) == "image/svg+xml"
    for unusable in (tmp_path / "ingen.png", tmp_path):
        with pytest.raises(ConfigurationError, match="PAGES__LOGO"):
            logo_type(unusable)
