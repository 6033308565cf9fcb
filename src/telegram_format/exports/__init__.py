"""What a telegram becomes for other systems. Each module is loaded when one of its names is asked for first."""
