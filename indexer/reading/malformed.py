"""What reading a PDF that breaks its format can end in."""

import binascii
import struct
import zlib

from pdfminer.pdfexceptions import PDFException
from pdfminer.psexceptions import PSException

# What pdfminer raises on files that break the format: its own errors, and Python's where it trusts the file.
MALFORMED = (
    PDFException, PSException, ValueError, LookupError, TypeError, AttributeError, AssertionError,
    ArithmeticError, RecursionError, NotImplementedError, struct.error, zlib.error, binascii.Error, EOFError,
)  # fmt: skip
