"""The pages that staff use."""

from search_api.pages.app import add_pages

__all__ = ["add_pages"]
