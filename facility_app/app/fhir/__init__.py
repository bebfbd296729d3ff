"""FHIR R4 as an export adapter: one person or all as NDJSON. No library of FHIR is needed to write it.

It stands outside the slices, because one resource speaks of several of them. It reads what they offer for an
export, after the trail holds who exports and why; it is never the format of bundles between facilities.

- ``elements`` the small parts every resource is made of
- ``codes`` which code system, code and unit stands for what
- ``people``, ``chart``, ``measured``, ``tested``, ``medicines`` rows → resources
- ``gathering`` what of a person is read, in which order
- ``folder`` resources → files
"""
