"""`python -m redaudit`."""

import sys

from redaudit.cli import main

if __name__ == "__main__":
    sys.exit(main())
