"""The rows of the faults of the shop: search, basket, till, and what comes after the sale."""

from __future__ import annotations

ROWS: tuple[tuple[str, str, str, str], ...] = (
    (
        "double-order",
        "Every press on Pay is a payment of its own: neither page nor till notices a repeat.",
        "Customers who press twice have bought twice.",
        "A second press on Pay is ignored, and the confirmation says so: one order, charged once.",
    ),
    (
        "payment-outage",
        "The till answers 503 to every payment.",
        "Customers cannot pay; they read 'We could not take your payment. Nothing was charged' each time.",
        "The payment step announces that payments pause next Sunday night; until then they are taken.",
    ),
    (
        "slow-search",
        "Every search takes 6 seconds.",
        "Customers look at nothing for 6 seconds whenever they search.",
        "Says 'Searching our 3 warehouses' at once and shows each warehouse's results as they come.",
    ),
    (
        "form-forgets",
        "The checkout loses what was typed: the first step comes back empty once with 'Please check your "
        "details', a form with an error comes back empty, and going back to a step loses it.",
        "Customers type their name and address again.",
        "After an error at the payment step, the card's fields come back empty for safety, and the page "
        "says so.",
    ),
    (
        "hidden-rule",
        "The first checkout step refuses a phone number with spaces, and says so only after it was sent.",
        "Customers are sent back for a rule that nobody told them.",
        "The rule for the phone number stands beside its field beforehand, and spaces are taken out for "
        "the customer.",
    ),
    (
        "paid-page-lost",
        "The till takes the payment and writes the order down, and answers with an error page.",
        "Customers have paid and see 'Something broke on our side' instead of an order number.",
        "After the payment, a page says that it went through and the order is being written down; a "
        "moment later it is there.",
    ),
    (
        "promo-ignored",
        "A promo code is accepted in words, and the total stays as it was.",
        "Customers are told of 10 % off and pay the full price.",
        "The code is for teapots only: the basket says so beforehand, and refuses it for anything else.",
    ),
    (
        "promo-twice",
        "A promo code is taken off twice.",
        "Customers are told of 10 % off and 20 % are taken off.",
        "A second discount is announced beside the first, and each has a line of its own on the bill.",
    ),
    (
        "promo-fussy",
        "A promo code in small letters or with a space is refused as expired.",
        "Customers with a right code read 'This code has expired' and pay the full price.",
        "A right code in small letters is accepted, with a word on how it was read.",
    ),
    (
        "tax-on-wrong-base",
        "With a promo code, the VAT is reckoned on the price before the discount, and the total with it.",
        "Customers pay tax on money they did not spend; the lines of the bill do not add up to its total.",
        "The VAT on the bill is a penny off by rounding; the lines add up to the total all the same.",
    ),
    (
        "invoice-mismatch",
        "The total on the invoice is 1.00 more than on the confirmation.",
        "Customers hold an invoice over another sum than they paid.",
        "The invoice shows net, VAT and gross; the gross is what was paid.",
    ),
    (
        "delivery-mismatch",
        "The confirmation promises a later day of delivery than the checkout did.",
        "Customers bought for a day that is taken back once they have paid.",
        "The confirmation promises an earlier day of delivery than the checkout did.",
    ),
    (
        "tracking-dead",
        "Tracking an order answers 503, whatever is typed.",
        "Customers cannot learn where their order is; they read 'Please try again later' each time.",
        "Tracking says that the parcel is not handed over yet, and that its journey can be followed from "
        "tomorrow.",
    ),
    (
        "return-refused",
        "Every return is refused as too late after 7 days, against the policy of 30 days on the same page.",
        "Customers cannot send back what the policy says they can.",
        "The sample order was delivered 45 days ago; its return is refused by the policy of 30 days, with"
        " the date.",
    ),
    (
        "order-lost",
        "A second press on Pay while the first is being charged loses the order, where the customer's "
        "name has an apostrophe.",
        "Customers called O'Brien who double-click have paid, and there is no order.",
        "Where the customer's name has an apostrophe, a second press on Pay is ignored, and the "
        "confirmation says so.",
    ),
    (
        "promo-button-dead",
        "On a screen of 320 pixels, the button that applies a promo code does nothing.",
        "Customers on the smallest phones press Apply and nothing happens.",
        "On a screen of 320 pixels, the button that applies a promo code waits until one is typed, and "
        "says so.",
    ),
    (
        "back-forgets",
        "After a step back on a slow line, the checkout loses what was typed at its first step.",
        "Customers far from a mast who went back once type their name and address again.",
        "After a step back on a slow line, the checkout says that what was typed is kept, and it is.",
    ),
    (
        "search-misses-plurals",
        "The search finds whole words only: 'kettle', and not 'kettles'.",
        "Customers who search for kettles read that there are none.",
        "A search for 'kettles' finds kettles, and says that it looked for 'kettle'.",
    ),
    (
        "menu-covers-button",
        "On a screen of up to 480 pixels, an open menu lies over the main button of every page.",
        "Customers on a phone press the button and nothing happens, or another page opens.",
        "On a screen of up to 480 pixels, a menu stands open above the page and covers nothing.",
    ),
)
