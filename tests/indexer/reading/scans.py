"""Scans made for tests: pages typeset here, drawn as pictures, turned and tilted as scanners do."""

import io
from collections.abc import Sequence
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from indexer.reading.ocr import is_available

needs_tesseract = pytest.mark.skipif(not is_available(), reason="Tesseract med dansk findes ikke her")

TITLE = "Referat af møde i Havneudvalget"
PARAGRAPHS = (
    ("Udvalget drøftede, hvordan bølgebryderen ved den østre mole kan forstærkes, før efterårets",
     "storme sætter ind. Formanden ønskede et overslag over prisen på både sten og beton."),
    ("Forvaltningen oplyste, at fiskerne gerne vil beholde de gamle skure. Skurene er opført i 1931",
     "og er slidte, men taget blev skiftet for ni år siden, og væggene kan males for 84.500 kr."),
    ("Beslutning: Udvalget godkendte, at der søges om midler til molen, og bad om en ny plan for",
     "skurene senest den 15. marts. Årlig drift, ålegræs og æresgæster drøftes på næste møde."),
)  # fmt: skip
ROWS = (
    ("Post", "Areal", "Beløb"),
    ("Mole", "410 m2", "2.150.000"),
    ("Skure", "96 m2", "84.500"),
    ("Kajgade", "1.200 m2", "640.000"),
)
COLUMNS_X = (70, 230, 390)


def text() -> str:
    """Everything that stands on the page, line by line."""
    lines = [TITLE, *(line for paragraph in PARAGRAPHS for line in paragraph)]
    return "\n".join([*lines, *(" ".join(row) for row in ROWS)])


def page_image(dpi: int = 200) -> Image.Image:
    """The page as a picture."""
    content = io.BytesIO()
    canvas = Canvas(content, pagesize=A4)
    canvas.setFont("Helvetica-Bold", 17)
    canvas.drawString(70, 770, TITLE)
    y = 735
    canvas.setFont("Helvetica", 11)
    for paragraph in PARAGRAPHS:
        for line in paragraph:
            canvas.drawString(70, y, line)
            y -= 14
        y -= 12
    for row in ROWS:
        for x, cell in zip(COLUMNS_X, row, strict=True):
            canvas.drawString(x, y, cell)
        y -= 18
    canvas.save()
    with pypdfium2.PdfDocument(content.getvalue()) as document:
        page = document[0]
        image: Image.Image = page.render(scale=dpi / 72, grayscale=True).to_pil()
        page.close()
        return image


def scan(path: Path, images: Sequence[Image.Image], dpi: int = 200) -> Path:
    """Write the pictures as a PDF without a text layer."""
    first, *others = images
    first.save(path, "PDF", resolution=dpi, save_all=True, append_images=others)
    return path


def askew(image: Image.Image, quarter_turns: int = 0, degrees: float = 0.0) -> Image.Image:
    """Return the picture as a careless scanner makes it, turned clockwise and tilted."""
    tilted = image.rotate(degrees, Image.Resampling.BICUBIC, fillcolor=255)
    return tilted.rotate(-90 * quarter_turns, expand=True)


def stamped(path: Path, image: Image.Image, stamp: str) -> Path:
    """Write the picture as a page that bears a stamp as text, as an archive sets it on a bilag."""
    canvas = Canvas(str(path), pagesize=A4)
    canvas.drawImage(ImageReader(image), 0, 0, *A4)
    canvas.setFont("Helvetica", 9)
    canvas.drawString(70, 40, stamp)
    canvas.save()
    return path
