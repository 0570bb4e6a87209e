"""Official forms in and out (官方表格): annex 2, which is the roster, and the couriers' progress report.

One reader reads them all, however a spreadsheet laid them out, and tells every fault at once.
"""
