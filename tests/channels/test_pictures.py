"""Pictures: what the customer saw, and never a card number, a code or a password."""

from __future__ import annotations

import struct
from base64 import b64encode
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cxprobe.channels.pictures import take_picture

if TYPE_CHECKING:
    from playwright.sync_api import Locator

    from cxprobe.channels.web import Web
    from tests.channels.conftest import Site

Arrive = Callable[..., "Web"]

CARD, CODE = "4242424242424242", "739"
SPACED = "4242 4242 4242 4242"
LOUD = "<style>body{font:20px sans-serif} *{color:#f00} input{width:300px}</style>"
INK = (0x5B, 0x5B, 0x66)


@pytest.fixture
def shown(arrive: Arrive, site: Site, tmp_path: Path) -> Callable[..., tuple[Web, Path]]:
    """A picture of a page on which every letter is red."""

    def show(body: str, *, value: str = "", labels: tuple[str, ...] = ()) -> tuple[Web, Path]:
        site.put("/page", f"<title>A page</title>{LOUD}{body}")
        web = arrive()
        web.open("/page")
        for frame in web.page.frames:
            for field in frame.locator("input, textarea").all():
                field.fill(value)
        names = take_picture(web.page, tmp_path, "seen", {CARD, SPACED, CODE, "hunter2hunter2"}, labels)
        assert ("seen-1.png",) == names
        return web, tmp_path / names[0]

    return show


def colours(web: Web, picture: Path, place: Locator) -> set[tuple[int, int, int]]:
    """The colours of a picture where something stands on the page, read by the browser itself."""
    box = place.bounding_box()
    assert box
    data = "data:image/png;base64," + b64encode(picture.read_bytes()).decode()
    seen = web.context.pages[0].evaluate(
        """async ([data, box]) => {
            const image = new Image(), canvas = document.createElement("canvas");
            image.src = data; await image.decode();
            canvas.width = image.width; canvas.height = image.height;
            const pen = canvas.getContext("2d"), seen = new Set(); pen.drawImage(image, 0, 0);
            const d = pen.getImageData(box.x + 1, box.y + 1, box.width - 2, box.height - 2).data;
            for (let i = 0; i < d.length; i += 4) seen.add(`${d[i]},${d[i + 1]},${d[i + 2]}`);
            return [...seen];
        }""",
        [data, box],
    )
    return {(int(r), int(g), int(b)) for r, g, b in (colour.split(",") for colour in seen)}


def is_red(colour: tuple[int, int, int]) -> bool:
    """Whether a colour is that of the page's letters."""
    return colour[0] > 200 and colour[1] < 90 and colour[2] < 90


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("<input type=password>", "swordfish"),
        ("<input autocomplete=cc-number>", "4000 1"),
        ("<input autocomplete='billing cc-csc'>", "111"),
        ("<input autocomplete=one-time-code>", "555111"),
        ("<input name=cardNumber>", "4000 1"),
        ("<input name=anything>", SPACED),
        ("<input name=anything>", f"{CARD} "),
        ("<input name=anything>", CODE),
        ("<textarea name=anything></textarea>", "hunter2hunter2"),
    ],
)
def test_a_field_that_holds_a_secret_is_masked(
    shown: Callable[..., tuple[Web, Path]], field: str, value: str
) -> None:
    """By what the field says it is for, or by what stands in it: nothing of it is left but ink."""
    web, picture = shown(f"<p>Seen by all</p>{field}", value=value)

    assert {INK} == colours(web, picture, web.page.locator("input, textarea"))


def test_other_fields_and_words_are_seen(shown: Callable[..., tuple[Web, Path]]) -> None:
    """A picture that hides everything would be no evidence."""
    web, picture = shown("<p>Seen by all</p><input name=town>", value="Leeds")

    assert any(map(is_red, colours(web, picture, web.page.locator("p"))))
    assert any(map(is_red, colours(web, picture, web.page.locator("input"))))


@pytest.mark.parametrize(
    "echo",
    [
        f"<p>Paid with {SPACED}.</p>",
        f"<p>Paid with <b>{CARD}</b></p>",
        "<p><span>4242</span> <span>4242</span> <span>4242</span> <span>4242</span></p>",
    ],
)
def test_a_page_that_repeats_the_card_number_is_masked(
    shown: Callable[..., tuple[Web, Path]], echo: str
) -> None:
    """What a careless page shows of a card does not get into the report."""
    web, picture = shown(f"<h1>Thank you</h1>{echo}")

    assert not any(
        map(is_red, colours(web, picture, web.page.locator("p *").or_(web.page.locator("p")).last))
    )
    assert any(map(is_red, colours(web, picture, web.page.locator("h1"))))


def test_a_field_in_a_frame_or_a_shadow_is_masked(shown: Callable[..., tuple[Web, Path]], site: Site) -> None:
    """Card fields live in frames and components more often than not."""
    site.put("/frame", f"{LOUD}<input id=framed name=x>")
    inside = "'<input id=shaded name=y style=color:red>'"
    shadow = f"document.querySelector('div').attachShadow({{mode: 'open'}}).innerHTML = {inside}"
    web, picture = shown(f"<iframe src=/frame></iframe><div></div><script>{shadow}</script>", value=CARD)
    framed = colours(web, picture, web.page.frame_locator("iframe").locator("#framed"))

    assert INK in framed
    assert not any(map(is_red, framed))
    assert {INK} == colours(web, picture, web.page.locator("#shaded"))


def test_a_field_that_settings_call_secret_is_masked(shown: Callable[..., tuple[Web, Path]]) -> None:
    """`secret_fields` are masked by their labels."""
    web, picture = shown("<label>Member number <input></label>", value="M-7", labels=("member number",))

    assert {INK} == colours(web, picture, web.page.locator("input"))


def test_pictures_do_not_take_each_others_names(arrive: Arrive, tmp_path: Path) -> None:
    """A second picture of the same name is another file."""
    web = arrive()
    web.open("/")

    assert [("end-1.png",), ("end-2.png",)] == [take_picture(web.page, tmp_path, "end", ()) for _ in range(2)]


def test_a_picture_of_a_page_that_is_gone_is_no_picture(arrive: Arrive, tmp_path: Path) -> None:
    """The browser going away costs the picture, not the journey."""
    web = arrive()
    web.open("/")
    page = web.page
    web.context.close()

    assert () == take_picture(page, tmp_path, "end", {CARD})
    assert [] == list(tmp_path.iterdir())


def test_a_folder_that_cannot_be_written_costs_the_picture_only(arrive: Arrive, tmp_path: Path) -> None:
    """A file where the folder should be, as a full disk would, leaves the journey as it is."""
    (tmp_path / "taken").write_text("a file")
    web = arrive()
    web.pictures = tmp_path / "taken"
    web.open("/")

    assert () == web.picture("end")
    assert "Home" == web.see("Home")


@pytest.mark.parametrize(("misfortune", "value"), [("narrow-phone", True), ("zoom-200", 2)])
def test_a_picture_has_every_pixel_of_the_screen(
    arrive: Arrive, tmp_path: Path, misfortune: str, value: object
) -> None:
    """A phone's screen and a page made larger have several pixels to one of CSS, and none is lost."""
    web = arrive({misfortune: value})
    web.open("/")

    names = take_picture(web.page, tmp_path, "end", ())

    wide, high = struct.unpack(">II", (tmp_path / names[0]).read_bytes()[16:24])
    times, room = web.page.evaluate("devicePixelRatio"), web.page.viewport_size
    assert room
    assert (room["width"] * times, room["height"] * times) == (wide, high)
    assert times > 1
