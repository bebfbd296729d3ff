"""The composition root: joins the rooms, starts and stops the program."""
