"""The provincial counterpart: takes bundles in, verifies, stages and applies them, and answers with receipts.

It knows the facilities' tables as the allow-lists of the program describe them, and of nouns only the resident a
row is about. Whatever happens, a bundle is applied whole or not at all, and no file is ever deleted (goi-v1 §6).
"""
