"""One reader a file: bytes to Document."""
