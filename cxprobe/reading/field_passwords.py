"""Whether a password is asked for or chosen: told by the form around it, words first."""

from __future__ import annotations

from cxprobe.reading.field_evidence import Field
from cxprobe.reading.field_groups import Group
from cxprobe.reading.field_words import says

_DECLARED = 2.5


def settle_passwords(group: Group) -> None:
    """Turn the meaning "password" of a form's fields into new-password or current-password, in place."""
    for before, after in zip(group.fields, group.fields[1:], strict=False):
        if _stands_in(before, after):
            before.points["password"] = 0.0
    fields = [each for each in group.fields if each.best()[0] == "password"]
    for place, each in enumerate(fields):
        new, reason = _newness(each, place, fields, group)
        token = "new-password" if new > 0 else "current-password"
        points = each.points["password"]
        each.at_least(token, points + min(2.0, abs(new)), reason)


def _stands_in(each: Field, after: Field) -> bool:
    """A text field that says "Password" in place of the real one behind it."""
    says_so = each.best()[0] == "password" and each.control.type == "text"
    return says_so and after.control.type == "password" and not (after.has("~again") or after.control.label)


def _newness(each: Field, place: int, fields: list[Field], group: Group) -> tuple[float, str]:
    """How much speaks for a password that is chosen now (above 0) or one that is known already."""
    cues = [*_said(each), *_beside(each, place, fields), *_form(group)]
    declared = each.control.autocomplete.split()
    if "new-password" in declared:
        cues.append((_DECLARED, "declared new-password"))
    if "current-password" in declared:
        cues.append((-_DECLARED, "declared current-password"))
    total = sum(points for points, _ in cues) - 0.5
    agreeing = [cue for cue in cues if (cue[0] > 0) == (total > 0) and cue[0]]
    return total, max(agreeing, key=lambda cue: abs(cue[0]), default=(0.0, "nothing says it is a new one"))[1]


def _said(each: Field) -> list[tuple[float, str]]:
    cues = []
    if each.has("~old", 1.5):
        cues.append((-6.0, "it asks for the password as it is now"))
    elif each.has("~new", 1.5):
        cues.append((4.0, "it asks for a new password"))
    if each.has("~again", 1.5):
        cues.append((4.0, "it asks for the same password again"))
    if says(" ".join((each.control.hint, each.control.placeholder, each.control.after)), "password rules"):
        cues.append((2.0, "it comes with rules for a password"))
    if each.control.min_length > 3 or (each.control.pattern and "(?=" in each.control.pattern):
        cues.append((1.5, "it comes with rules for a password"))
    return cues


def _beside(each: Field, place: int, fields: list[Field]) -> list[tuple[float, str]]:
    others = [other for other in fields if other is not each]
    if not others:
        return []
    cues = []
    if place and fields[0].has("~old", 1.5):
        cues.append((5.0, "the old password is asked for before it"))
    if place == 0 and len(fields) == 3 and fields[2].has("~again", 1.5):
        cues.append((-4.0, "a new one is asked for twice after it"))
    following = fields[place + 1] if place + 1 < len(fields) else None
    if following and following.has("~again", 1.5) and not (place == 0 and len(fields) == 3):
        cues.append((4.0, "it is asked for twice"))
    return cues


def _form(group: Group) -> list[tuple[float, str]]:
    purposes = group.purposes
    return [
        (-min(4.0, purposes["log in"]), "the form is for logging in"),
        (min(4.5, purposes["sign up"]), "the form is for a new account"),
        (min(2.0, 0.7 * purposes["change password"]), "the form changes a password"),
    ]
