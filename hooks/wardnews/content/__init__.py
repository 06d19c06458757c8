"""From the disk to the model: reading, judging and mending what editors write."""
