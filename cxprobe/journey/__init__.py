"""What happened: moments in order, on a clock, without secrets."""
