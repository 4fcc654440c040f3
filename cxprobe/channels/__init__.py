"""How a customer reaches a company: the browser, what it records, and what it may do."""
