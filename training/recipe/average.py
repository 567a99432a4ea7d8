"""Step 5b. The mean of several trained tables: they start alike, so their errors partly cancel."""

import sys

import numpy as np

from .settings import Folders


def main() -> None:
    work = Folders.from_environment().work
    *names, out = sys.argv[1:]
    np.save(work / out, np.mean([np.load(work / name) for name in names], axis=0))
    print("mean of", ", ".join(names))


if __name__ == "__main__":
    main()
