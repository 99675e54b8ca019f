"""Two descriptions or more side by side: what differs, what that changes for whom, and why."""
