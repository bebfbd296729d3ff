"""The screens of labour."""
