"""From a built site to a release that the public sees: verified, compressed, switched at once."""
