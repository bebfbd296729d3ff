"""Types of the part of sqlcipher3 that db/driver.py uses."""
