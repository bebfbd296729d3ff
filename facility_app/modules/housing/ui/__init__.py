"""The screens of the house: the bed board, the roll, places, teams, and the tab on a person's page."""
