"""Workbooks (工作簿): tables as sheets, and a case in a workbook that Excel and WPS open.

``pip install "gxinjury[office]"``.
"""

from gxinjury.extra.workbooks.sheets import Sheet, write

__all__ = ["Sheet", "write"]
