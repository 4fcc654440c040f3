"""The rows of the faults of the chat: closed without a word, forgetful, handed into silence."""

from __future__ import annotations

ROWS: tuple[tuple[str, str, str, str], ...] = (
    (
        "chat-offline",
        "The chat's window opens as ever, and what is written there goes nowhere, without a word.",
        "Customers write to nobody and wait for an answer that cannot come.",
        "The chat says that it is closed, when it opens again, and takes a message that makes a ticket.",
    ),
    (
        "chat-loses-thread",
        "After a reload the chat has forgotten the conversation, and asks for everything again.",
        "Customers whose page reloads begin at the beginning.",
        "After a reload a new conversation begins with 'Welcome back' and still knows everything.",
    ),
    (
        "handed-into-silence",
        "The chat says 'I'm passing you to Tom' as soon as it knows what it is about, and nobody comes.",
        "Customers are handed to a colleague who is not there, and wait in silence.",
        "Tom is announced for in about 8 seconds, and comes.",
    ),
)
