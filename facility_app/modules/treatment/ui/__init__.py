"""Screens of medical care: the record on a person's page, its charts, and the pages where care is done."""
