"""Văn thư: the papers a facility issues and receives, their numbers, copies, dates, scans and registers.

Ruled by NĐ 30/2020 for numbers, symbols and registers, and by D163 for the papers whose sending and receiving
begin other people's lawful days. Owns ``issued_paper`` with its deliveries and prints, ``received_paper``, the
scans of both, the number book and the keys that seal the codes on papers. What a paper says comes from the slice
whose decision it is: any slice above issues, reads and hears of papers through ``api``, in its own transaction.
"""
