"""What a file describes, each field with its unit: values, contributions, the network."""
