"""Was it good: measures of a timeline, what was expected, and the verdict."""
