"""Vietnamese text: normal form, slugs, sorting, dates and legacy fonts."""
