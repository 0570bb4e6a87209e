"""Pages (版面): what a command tells as parts, which text, HTML and workbooks are made from alike.

A part is one of :mod:`gxinjury.extra.pages.parts`; :mod:`gxinjury.extra.pages.html` writes A4 pages of them,
:mod:`gxinjury.extra.pages.sheets` workbooks, and the shell prints them as text.
"""
