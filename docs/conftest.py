"""Keeps pytest from running Sphinx's configuration as a module of doctests."""

collect_ignore = ["conf.py", "generated", "reference", "translations.py"]
