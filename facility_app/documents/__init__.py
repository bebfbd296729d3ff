"""The print house: payload in, PDF bytes out; knows no database and no window."""
