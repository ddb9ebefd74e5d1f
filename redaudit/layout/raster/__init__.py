"""Scanned pages as pixels: redaction boxes, strikes and ticks found in the picture."""
