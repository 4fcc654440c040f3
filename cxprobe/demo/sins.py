"""The rows of the sins: ways in which people at a company let customers down."""

from __future__ import annotations

ROWS: tuple[tuple[str, str, str, str], ...] = (
    (
        "dont-care",
        "In the chat, answers the first message with 'A colleague will be with you in a moment.' "
        "and nothing after it.",
        "Customers wait for a colleague who never comes, without a word of regret.",
        "Says that a colleague will be there in about 5 seconds, and they are.",
    ),
    (
        "limited-expertise",
        "In the chat, the bot knows nothing and passes on to Priya, who knows nothing and passes on to Tom.",
        "Customers are handed on twice and wait in line twice before anybody solves anything.",
        "Who asks for a person is passed on once, with everything that was said, and Priya solves it.",
    ),
    (
        "limited-authority",
        "In the chat, nobody may refund anything: 'I'd have to ask my manager; please call again tomorrow.'",
        "Customers go away with nothing done and have to come back another day.",
        "Checks with a colleague, with a word in between, and refunds half a minute later.",
    ),
    (
        "no-consistency",
        "The chat names another price, guarantee, delivery time and returns deadline than the pages do.",
        "Customers are told 14 days where the page says 30, and cannot know which to trust.",
        "Says the same deadline in other words: the days, and the date on which they end.",
    ),
    (
        "no-interest-in-feedback",
        "Nobody asks how it went: not at the end of a chat, and not after an order.",
        "Customers are sent off without a question, whether it went well or badly.",
        "Asks how it went only once, at the very end, by a link.",
    ),
    (
        "no-personal-engagement",
        "The chat calls nobody by name, and asks who gave an order number if they ever bought anything.",
        "Regulars are treated like strangers, and nobody uses the name they gave.",
        "Calls customers by title and last name instead of the first name.",
    ),
    (
        "pushy-selling",
        "Offers a filter subscription more than once during a refund, and ticks 'Add Kettle Care' "
        "beforehand at the payment step.",
        "Customers are sold things while they complain, and pay for an extra they did not ask for.",
        "Asks leave before speaking of a product, and offers Kettle Care once, unticked, with its price.",
    ),
    (
        "poor-listening",
        "In the chat about an order, asks for the order number and the e-mail address twice each, "
        "also when both were given.",
        "Customers say the same things again and again.",
        "Says the order number back once, to be sure, and goes on.",
    ),
    (
        "poor-follow-through",
        "After a refund the chat promises a confirmation by e-mail within 10 seconds, and nobody sends it.",
        "Customers look into their mailbox in vain and have nothing in writing.",
        "Promises the mail within the hour, and sends it at once.",
    ),
    (
        "expectations-not-met",
        "An order comes days later than was promised: tracking and chat name the later day.",
        "Customers wait at home on a day when nothing comes.",
        "An order comes a working day earlier than was promised.",
    ),
)
