"""Rules on exemption codes and what they withhold."""
