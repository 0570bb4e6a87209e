"""One case, in and out (案情的读入与答复): a case file becomes records, and what the law says of them becomes data.

Nothing to install.
"""
