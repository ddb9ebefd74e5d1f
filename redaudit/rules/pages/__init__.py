"""Rules on the pages and sections of a document."""
