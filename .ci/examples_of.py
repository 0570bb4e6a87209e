"""Run the examples in the docstrings of packages and modules that are named, with what is installed."""

import doctest
import importlib
import pkgutil
import sys

attempted = failed = 0
for name in sys.argv[1:]:
    top = importlib.import_module(name)
    below = pkgutil.walk_packages(getattr(top, "__path__", ()), f"{name}.")
    for module in (top, *(importlib.import_module(one.name) for one in below)):
        found = doctest.testmod(module)
        attempted, failed = attempted + found.attempted, failed + found.failed
print(f"{attempted - failed} passed, {failed} failed")
sys.exit(1 if failed or not attempted else 0)
