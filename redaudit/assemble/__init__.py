"""Marks to the record of one document."""

from redaudit.assemble.columns import record

__all__ = ["record"]
