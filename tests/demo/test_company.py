"""Opening and closing: in Python and in the shell."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path

import httpx
import pytest

import cxprobe
from cxprobe.demo import Company, PortTaken

ROOT = Path(next(iter(cxprobe.__path__))).parent


def _get(url: str) -> httpx.Response:
    return httpx.get(url, trust_env=False)


def _start(*options: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "cxprobe.demo", *options],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )


def _stopped(process: subprocess.Popen[str]) -> tuple[int, str]:
    try:
        process.wait(timeout=10)
    finally:
        process.kill()
    _, said = process.communicate()
    return process.returncode, said


def test_a_company_answers_on_loopback_while_it_is_open() -> None:
    """And not a moment longer."""
    with Company() as company:
        assert company.url == f"http://127.0.0.1:{company.port}"
        assert 200 == _get(company.url).status_code

    with pytest.raises(httpx.ConnectError):
        _get(company.url)


def test_several_stand_side_by_side_with_books_of_their_own() -> None:
    """What is in the basket of one is in no other."""
    with ExitStack() as doors:
        companies = [doors.enter_context(Company()) for _ in range(3)]
        cookie = {"kettle": "the-same-browser"}
        with httpx.Client(cookies=cookie, trust_env=False) as browser:
            browser.post(f"{companies[0].url}/basket/add", data={"product": "stoneware-mug"})
            baskets = [browser.get(f"{company.url}/basket").text for company in companies]

    assert [True, False, False] == ["Stoneware mug" in basket for basket in baskets]


def test_a_port_in_use_is_told() -> None:
    """With the way out."""
    with Company() as company, pytest.raises(PortTaken, match=f"Port {company.port} is taken"):
        Company(port=company.port).__enter__()
    with pytest.raises(PortTaken, match="not allowed"):
        Company(port=70000).__enter__()


def test_a_speed_of_nothing_is_refused() -> None:
    """Nobody would ever reply."""
    with pytest.raises(ValueError, match="above 0, not 0"):
        Company(speed=0)


def test_it_opens_quietly_and_closes_on_a_signal() -> None:
    """Its address on one line, nothing else, and no error at the end."""
    shop = _start("--port", "0", "--sin", "dont-care")
    assert shop.stdout is not None
    page = _get(shop.stdout.readline().strip())
    shop.send_signal(signal.SIGTERM)

    assert (0, "") == _stopped(shop)
    assert "A good day starts" in page.text


def test_it_opens_within_a_second() -> None:
    """From the start of Python, and of the processor's time: others may keep the machine busy."""
    assert any(_seconds_to_open() < 1 for _ in range(3))


def _seconds_to_open() -> float:
    began = resource.getrusage(resource.RUSAGE_CHILDREN)
    shop = _start()
    assert shop.stdout is not None
    shop.stdout.readline()
    shop.terminate()
    _stopped(shop)
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    return ended.ru_utime + ended.ru_stime - began.ru_utime - began.ru_stime


def test_with_parent_it_closes_when_standard_input_does() -> None:
    """A parent that dies leaves no shop behind."""
    shop = _start("--with-parent")
    assert shop.stdout is not None
    assert shop.stdin is not None
    shop.stdout.readline()
    shop.stdin.close()
    shop.stdin = None

    assert (0, "") == _stopped(shop)


def test_an_unknown_switch_is_refused_in_the_shell() -> None:
    """In one line, without a traceback."""
    code, said = _stopped(_start("--fault", "slow-serch"))

    assert 2 == code
    assert "No fault 'slow-serch'. Did you mean 'slow-search'? There are: back-forgets, chat-" in said
    assert "Traceback" not in said


def test_importing_the_demo_imports_no_web_server() -> None:
    """Whoever only lists the switches pays for nothing."""
    said = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys, cxprobe.demo; print(sorted({'uvicorn', 'starlette', 'jinja2',"
            " 'sqlite3'} & set(sys.modules)))",
        ],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    ).stdout

    assert "[]" == said.strip()


def test_a_page_that_breaks_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """In words, and without a traceback."""
    with Company() as company:
        monkeypatch.setattr("cxprobe.demo.store.Store.products", lambda _: 1 / 0)
        answer = _get(company.url)

    assert 500 == answer.status_code
    assert "Something broke on our side" in answer.text
    assert "ZeroDivisionError" not in answer.text
