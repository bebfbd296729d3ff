"""Vắng mặt: why somebody is not at the facility, as a case with its papers, from the request to the return.

Rules: NĐ 163/2026 Đ109–111, Đ114, Đ121, Đ122; Luật PCMT 2025 Đ38, Đ39, Đ46.2i, Đ47.1. Owns the cases, the papers
made for them, escort orders, extensions and what was told to whom. Presence itself and the term are the stay's.
"""
