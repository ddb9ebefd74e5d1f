"""Rules on the originator's authority, reasons and declassification instruction."""
