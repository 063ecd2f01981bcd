"""Sheets: the plan as a workbook out, and a filled-in workbook in."""
