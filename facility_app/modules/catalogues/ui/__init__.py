"""The screens of what the work refers to: the facility, legal numbers, working days, codes and places."""
