"""`python -m telegram_format` is the program `telegram-format`."""

import sys

from telegram_format.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
