"""A fictional facility for trying, teaching and measuring: the same seed and size give the same people, always."""
