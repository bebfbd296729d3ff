"""The screens of education."""
