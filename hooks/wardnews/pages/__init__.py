"""Listings and items to HTML: fillings of the frame, and the frame itself."""
