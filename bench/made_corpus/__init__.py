"""The rooms of bench/corpus.py: words, files, hostile files, a measured run, a run that is killed."""
