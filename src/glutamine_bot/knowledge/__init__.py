"""From YAML files to the domain's values: every fault with file, line and column; what is clean is kept compiled."""
