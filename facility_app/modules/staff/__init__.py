"""Cán bộ, nhân viên: who works here, in which post and rank, who may sign for the head, which certificates expire.

Ruled by NĐ 30/2020 (KT., TL., TUQ.), by D163 Đ72, Đ84.5, Đ85.5 and Đ86 for what staff must have learned, and
law.md §6.19. Owns ``staff_member``, ``staff_post``, ``staff_authority`` and ``staff_certificate``. Every slice
above may ask who somebody is and who may sign on a day.
"""
