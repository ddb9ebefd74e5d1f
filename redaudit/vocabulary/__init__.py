"""What the marks mean: tables, each with its legal source beside it."""
