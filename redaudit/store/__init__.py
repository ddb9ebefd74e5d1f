"""The store: what an audit found, as tables of one SQLite file that a later run goes on with."""
