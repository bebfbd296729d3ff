"""Gửi – nhận dữ liệu: streams to the province, what was sent, whom this facility believes, its keys (goi-v1).

Owns the books of the exchange: ``sync_stream``, ``sync_checkpoint``, ``sync_sent``, ``sync_sticky``, ``sync_key``,
``sync_trust``. All stay in this file; the bundle itself is the work of ``sync``, the disk that of ``app``.
Law: Luật 91/2025/QH15 (each sending is written down: who, what, on what basis), L25 Đ23.2.
"""
