"""What the benchmark of the field compares, each told the same four questions in its own way."""
