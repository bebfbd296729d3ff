"""The print house: payload in, PDF bytes out; it knows no noun, no database, no window and no clock."""
