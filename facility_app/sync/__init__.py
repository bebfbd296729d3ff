"""The sync bundle that carries a facility's records to the provincial system: container, crypto, manifest, lines.

It knows neither residents nor any other noun: tables reach it as names and rows (goi-v1).
"""
