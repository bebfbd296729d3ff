"""Accounts: who works with the program, in which roles, and the trail of what they did.

Owns ``user_account`` and ``user_role``. Rests on the duty to limit access to sensitive data and to record who
looked (Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15; law.md §12.3). Every slice may call it.
"""
