"""What a file still holds of what it withholds: one rule a file."""
