"""Pure geometry and pixels, no PDF library: runs, columns, paint."""
