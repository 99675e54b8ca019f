"""Two descriptions side by side: what differs, what that changes for whom, and why."""
