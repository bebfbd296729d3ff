"""What the papers of education say."""
