"""Lists and details of orders and doses; what reveals HIV is read by verbs only."""
