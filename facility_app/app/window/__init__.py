"""The window part of the program: login, first run, the shell with its pages, and the way between them."""
