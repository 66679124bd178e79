"""What the embedding model is taught of Danish municipal language, and the teaching."""
