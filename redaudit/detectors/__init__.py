"""One detector a file: a page to marks."""
