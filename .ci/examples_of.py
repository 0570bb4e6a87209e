"""Run the examples in the docstrings of packages and modules that are named, with what is installed."""

import doctest
import importlib
import pkgutil
import sys

attempted = failed = 0
for name in sys.argv[1:]:
    top = importlib.import_module(name)
    below = [one.name for one in pkgutil.walk_packages(getattr(top, "__path__", ()), f"{name}.")]
    # What wears an underscore is loaded where it is needed: frames read pandas where pandas is.
    for module in (top, *(importlib.import_module(one) for one in below if "._" not in one)):
        found = doctest.testmod(module)
        attempted, failed = attempted + found.attempted, failed + found.failed
print(f"{attempted - failed} passed, {failed} failed")
sys.exit(1 if failed or not attempted else 0)
