"""From a listing to its feeds."""
