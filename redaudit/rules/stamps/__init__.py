"""Rules on release stamps: what became of the document, by whose authority."""
