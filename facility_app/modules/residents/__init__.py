"""Người cai nghiện: who the residents are. Identity, papers, family, homes, body, past, alerts, sealed files.

Ruled by forms V-17, V-33 and III-05 of D163 for what is asked, by the law on personal data (91/2025/QH15) for
who may see it, and by L25 Đ46.2h for what keeps people apart. Owns ``resident`` and everything that says something
about one person for life: aliases, papers, addresses, relatives, marks, photos, substances, rehab history, legal
records, alerts, keep-apart pairs, attachments. What belongs to one stay belongs to ``stays``.

Owns ``resident_card`` too, the one searchable row per person; stays and housing keep their part of it current
through ``api``. Any slice above may read and search residents there.
"""
