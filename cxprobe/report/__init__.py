"""Telling: the scorecard, the pages, and what goes into Allure."""
