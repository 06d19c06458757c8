"""The news generator of a Vietnamese ward: plain Python that knows nothing of MkDocs."""
