"""`python -m recension`: the same as the command `recension`."""

import sys

from recension.cli import main

sys.exit(main())
