"""The screens of accounts: who may work here, what was lent and seen, and what the trail says of it."""
