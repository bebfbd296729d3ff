"""How the program starts and what surrounds it."""
