"""The shared book, on a real PostgreSQL."""
