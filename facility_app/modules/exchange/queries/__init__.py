"""What the exchange says of itself."""
