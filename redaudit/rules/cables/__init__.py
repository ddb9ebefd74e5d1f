"""Rules on telegrams."""
