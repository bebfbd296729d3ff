"""How people and what is known about them are kept."""
