"""Lịch: who is to be where and when, asked of every slice that knows; what meets twice is a clash.

It owns the rooms people meet in (classrooms, workshops, the yard, the library) and what is entered by hand;
everything else is answered by the slice it belongs to. It knows residents and staff, never stays, classes or
teams: those stand above it and answer ``OccupiedAsked``. NĐ 163/2026 Đ86, Đ115, Đ117 and Đ119 fill the day; no
article rules the calendar itself.
"""
