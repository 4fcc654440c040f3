"""WHO: personas and their members, identities, misfortunes, days, voices and hands. Pure; no browser."""
