"""Where people sleep (chỗ ở): zones, buildings, rooms, beds, teams, who slept where, and the roll that is called.

Rests on Luật PCMT 2025 Đ46.2h and NĐ 163/2026 Đ66, Đ71, Đ112, Đ125; intake, treatment, absences and discharge may
call its ``api``.
"""
