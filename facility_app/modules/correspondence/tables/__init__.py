"""Records of the papers' slice."""
