"""How each kind of spreadsheet file is taken apart; ``sheets.workbook`` is the door to it."""
