"""What keeps people safe: red flags before anything is matched, and the guard that no dosing reply escapes."""
