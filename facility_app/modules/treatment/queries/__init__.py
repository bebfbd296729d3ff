"""What is known of somebody's care, each part for whoever may know it."""
