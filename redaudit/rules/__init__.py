"""One rule a file, in a folder a group."""
