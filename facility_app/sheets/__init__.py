"""Spreadsheets in and out; knows no database and no window.

Reading somebody else's list, in the order a caller goes:

1. ``workbook.open_book(path) -> Book``: the sheets of a ``.xlsx``, ``.xls``, ``.ods`` or ``.csv`` file. The
   content decides, not the name; what was guessed (letters, separators, a wrong ending) is in ``Book.remarks``.
   What cannot be read is a ``UserError`` in plain words. A ``Sheet`` begins at A1 and has typed cells: text,
   ``int``, ``float``, ``bool``, ``date``, ``datetime``, ``time``, ``CellError`` (#N/A) or None;
   ``reading.grid.address(row, column)`` names a cell.
2. ``header.find_list(book, names) -> (Sheet, Header) | None`` or ``find_header(sheet, names)``: ``names`` is field
   → what columns of it are called (``head_names.Names``). ``Header.fields`` is field → column; ``repeated`` and
   ``unclear`` are what a person should decide; ``Header.mapped({column key: field})`` takes the decision in;
   ``Header.shape`` is the same for every file with these heads, so the decision can be remembered by it.
3. One reader per kind of column gives ``CellReading(value, doubt, fault, is_mended)``; an empty cell has none of
   them. ``cells``: ``read_text``, ``read_name``, with ``main_code_page`` of the column where it is VNI or TCVN3.
   ``cell_numbers``: ``read_paper_number``, ``read_amount``, ``read_phone``. ``cell_marks``: ``read_sex``,
   ``read_sex_marks``, ``read_yes_no``. ``cell_times``: ``read_weekday``, ``read_clock``. ``days``: ``read_day``,
   ``read_part_date`` (a year alone), with a ``DayRule`` that knows today, the file's calendar (``Book.has_1904``)
   and the column's ``date_habit``.
4. ``error_book.write_marked(path, sheet, first_row, marks)``: the same rows at the same addresses with the errors
   marked, explained and listed; put right, it can be imported again.

Writing a list of ours: ``table_writer.write_table``, or ``write_made`` for a ``Table`` made before. Any file:
``whole_file.write_whole``.
"""
