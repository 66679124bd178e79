"""A municipality's own name, logo and colours."""

from pathlib import Path

from records.errors import ConfigurationError
from records.settings import PageSettings

LOGO_TYPES = {".svg": "image/svg+xml", ".png": "image/png"}
# The grounds that the colours stand on, as in the stylesheet.
LIGHT_GROUND, DARK_GROUND = "#f7f6f3", "#24292b"
# WCAG 2.1, success criterion 1.4.3: contrast of text with what is behind it.
LEAST_CONTRAST = 4.5


def brand_css(settings: PageSettings) -> str:
    """Return the stylesheet of the colours that the settings choose.

    :raises ConfigurationError: if a colour cannot be read on its ground.
    """
    require_readable(settings.colour, LIGHT_GROUND, "REFERATSOEG_PAGES__COLOUR", "mørkere")
    require_readable(settings.colour_dark, DARK_GROUND, "REFERATSOEG_PAGES__COLOUR_DARK", "lysere")
    return (
        f":root {{ --accent: {settings.colour}; }}\n"
        f"@media (prefers-color-scheme: dark) {{ :root {{ --accent: {settings.colour_dark}; }} }}\n"
    )


def logo_type(logo: Path) -> str:
    """Return the media type of the logo.

    :raises ConfigurationError: if the file is not there or is neither SVG nor PNG.
    """
    media_type = LOGO_TYPES.get(logo.suffix.lower())
    if media_type is None or not logo.is_file():
        raise ConfigurationError(
            "Logoet kan ikke bruges. Sæt REFERATSOEG_PAGES__LOGO til en fil, der findes, og som er SVG "
            "eller PNG."
        )
    return media_type


def require_readable(colour: str, ground: str, setting: str, remedy: str) -> None:
    """Accept a colour that can be read on the ground.

    :raises ConfigurationError: if its contrast is too low.
    """
    if (found := contrast(colour, ground)) < LEAST_CONTRAST:
        raise ConfigurationError(
            f"Farven {colour} kan ikke læses på sin baggrund (kontrast {found:.1f}, mindst {LEAST_CONTRAST})."
            f" Vælg en {remedy} farve i {setting}."
        )


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21 (WCAG 2.1, "contrast ratio")."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    """Return the relative luminance, 0 to 1 (WCAG 2.1, "relative luminance")."""
    channels = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    linear = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return sum(weight * value for weight, value in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
