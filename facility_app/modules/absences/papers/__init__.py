"""What the papers of an absence say: official forms by their places, sheets of the house as blocks."""
