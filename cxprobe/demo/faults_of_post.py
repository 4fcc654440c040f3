"""The rows of the faults of the post: mails that go missing, come late or say something else."""

from __future__ import annotations

ROWS: tuple[tuple[str, str, str, str], ...] = (
    (
        "mail-never-sent",
        "No mail is ever sent; the pages say as always that it was.",
        "Customers wait for a receipt, a label or a confirmation that never comes.",
        "No mail is sent, and every page says so beforehand and asks to be printed.",
    ),
    (
        "mail-late",
        "Every mail comes after 20 seconds, without a word; the pages say within 5.",
        "Customers look for a mail that was said to be there, and it is not.",
        "Every mail comes after 20 seconds, and the pages say that the post is slow today and takes up to "
        "10 minutes.",
    ),
    (
        "mail-other-day",
        "The order mail names a later day of delivery than the confirmation page.",
        "Customers read two days of delivery for one parcel and do not know which one to stay at home for.",
        "The order mail writes the same day in another way: as a weekday and a date in figures.",
    ),
)
