"""The routes of the pages, a module for each kind of thing."""
