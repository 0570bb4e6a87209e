"""``python -m gxinjury``: the command line."""

import sys

from gxinjury.cli import main

if __name__ == "__main__":
    sys.exit(main())
