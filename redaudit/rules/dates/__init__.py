"""Rules on dates and the time limits of the orders."""
