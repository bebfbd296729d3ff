"""The figures README quotes, each as a ratio to a floor measured in the same run, or as a count."""
