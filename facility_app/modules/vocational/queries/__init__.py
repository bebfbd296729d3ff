"""Reading the slice of vocational courses."""
