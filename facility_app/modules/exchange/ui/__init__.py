"""The screens of the exchange."""
