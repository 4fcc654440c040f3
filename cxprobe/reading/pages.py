"""What a page is and what it says: its kind, the orders it announces, whether it confirms one."""

from __future__ import annotations

from cxprobe.reading.page_delivery import delivery_promise
from cxprobe.reading.page_orders import (
    asks_for_missing,
    confirms_order,
    is_paying,
    order_numbers,
    references,
)
from cxprobe.reading.page_reading import Kind, PageReading, read_page

__all__ = [
    "Kind",
    "PageReading",
    "asks_for_missing",
    "confirms_order",
    "delivery_promise",
    "is_paying",
    "order_numbers",
    "read_page",
    "references",
]
