"""Whether a field stands as it was meant, compared inside the page: what is in it never leaves it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from playwright.sync_api import Locator

How = Literal["text", "digits", "ending", "option", "something"]
"""How a value is compared: letters and digits, digits alone, the last digits (a prefix may stand before
them), the option chosen, or only that something stands there."""

_STANDS = r"""(el, [wanted, how]) => {
  const own = el.control || el;
  const plain = (text) => (text || "").normalize("NFKC").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
  const digits = (text) => (text || "").replace(/\D/g, "");
  const text = own.isContentEditable ? own.textContent : own.value ?? own.textContent ?? "";
  if (how === "something") return !!plain(text);
  if (how === "digits") return digits(text) === digits(wanted);
  if (how === "ending") return !!digits(text) && digits(text).endsWith(digits(wanted));
  if (how === "option") {
    const says = (option) => plain(option.label || option.text) === plain(wanted);
    if (own.localName === "select") return [...own.selectedOptions].some(says);
    const AROUND = "[class*=select i], [class*=combobox i], [class*=control i]";
    const near = own.closest(AROUND) || own.parentElement;
    const said = [text, own.getAttribute("aria-label"), own.localName === "input" ? near?.textContent : ""];
    return said.some((words) => plain(words).includes(plain(wanted)));
  }
  return plain(text) === plain(wanted);
}"""


def stands(target: Locator, wanted: str, how: How, patience: float) -> bool | None:
    """Whether what was meant stands in a field; None when the field is gone. `patience` in milliseconds."""
    from playwright.sync_api import Error

    try:
        if not target.count():
            return None
        return bool(target.evaluate(_STANDS, [wanted, how], timeout=patience))
    except Error:
        return None
