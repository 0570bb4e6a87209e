"""The porch (门廊): optional parts, each of which says in its first line what to install."""
