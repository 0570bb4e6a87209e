"""The frames told a second time, row by row, by the scalar rules."""
