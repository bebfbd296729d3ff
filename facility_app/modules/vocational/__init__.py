"""Học nghề: guidance, courses with their modules, lessons and marks, certificates, jobs, what became of people."""
