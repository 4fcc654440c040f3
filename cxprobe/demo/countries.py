"""Where Kettle & Co delivers to: ISO 3166-1 alpha-2 codes and English short names."""

from __future__ import annotations

HOME = "GB"

_NAMES = """
AR Argentina|AU Australia|AT Austria|BE Belgium|BR Brazil|BG Bulgaria|CA Canada|CL Chile|CN China
CO Colombia|HR Croatia|CY Cyprus|CZ Czechia|DK Denmark|EG Egypt|EE Estonia|FI Finland|FR France
DE Germany|GR Greece|HK Hong Kong|HU Hungary|IS Iceland|IN India|ID Indonesia|IR Iran|IE Ireland
IL Israel|IT Italy|JP Japan|JO Jordan|KE Kenya|KR South Korea|KW Kuwait|LV Latvia|LB Lebanon
LT Lithuania|LU Luxembourg|MY Malaysia|MT Malta|MX Mexico|MA Morocco|NL Netherlands|NZ New Zealand
NG Nigeria|NO Norway|PK Pakistan|PS Palestine|PE Peru|PH Philippines|PL Poland|PT Portugal|QA Qatar
RO Romania|SA Saudi Arabia|RS Serbia|SG Singapore|SK Slovakia|SI Slovenia|ZA South Africa|ES Spain
SE Sweden|CH Switzerland|TW Taiwan|TH Thailand|TN Tunisia|TR Turkey|UA Ukraine
AE United Arab Emirates|GB United Kingdom|US United States|VN Vietnam
"""

COUNTRIES: dict[str, str] = dict(
    sorted(
        ((entry[:2], entry[3:]) for entry in _NAMES.replace("\n", "|").split("|") if entry),
        key=lambda pair: pair[1],
    )
)

WITHOUT_POSTCODES = frozenset({"AE", "HK", "IE", "QA", "KE"})

TOWN_FIRST = frozenset(
    {"AE", "AU", "CA", "EG", "GB", "HK", "ID", "IE", "IN", "JO", "KE", "LB", "LV", "NG", "NZ"}
    | {"PK", "QA", "SA", "SG", "TH", "TW", "UA", "US", "VN", "ZA"}
)
"""Where an address names the town before the postcode; everywhere else the postcode stands first.

By the address formats of Unicode's and Google's libaddressinput.
"""


def town_line(town: str, postcode: str, country: str) -> str:
    """Town and postcode on one line, in the order of the country: 'Leeds LS1 1AA', '10115 Berlin'."""
    parts = (town, postcode) if country in TOWN_FIRST else (postcode, town)
    return " ".join(part for part in parts if part)
