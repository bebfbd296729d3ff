"""Reading the house: its places, who sleeps where and why not elsewhere, teams, rolls, what is not right."""
