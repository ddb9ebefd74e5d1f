"""Rules on banners, class lines and portion marks."""
