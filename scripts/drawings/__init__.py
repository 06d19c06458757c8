"""The pictures and the signature tune of the demo: our own drawings, so nobody else's rights."""
