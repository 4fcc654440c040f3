"""Memory: what is kept from one night to the next."""
