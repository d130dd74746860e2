"""`python -m benchmarks`: every measurement of speed, one after the other, into docs/performance.md."""

import sys

from benchmarks.pipeline import main

sys.exit(main())
