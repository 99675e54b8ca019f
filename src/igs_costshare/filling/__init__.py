"""Key figures out of a table: into a description whose other bytes stay, or into a new one."""
