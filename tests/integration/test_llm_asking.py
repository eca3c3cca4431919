"""What leaves the machine for a model, and that nothing does unless somebody says so."""

from __future__ import annotations

from pathlib import Path

import pytest
from command_line import Run
from llm_server import (
    PARAGRAPHS,
    QUOTED,
    TEXT,
    Server,
    in_turn,
    nothing_told,
    read,
    reader,
    says,
    sends,
    server,
    text_of,
)

from onrecord.core.errors import Refused, WrongUse
from onrecord.core.vocabulary import (
    BlockKind,
)
from onrecord.reader import LlmReader, load

__all__ = ["nothing_told", "server"]  # fixtures


# --- what leaves the machine ---


def test_the_question_holds_the_running_text_as_data_and_asks_for_no_chance(
    server: Server,
) -> None:
    """Temperature 0, seed 0; captions and boilerplate stay here; the text stands between marks."""
    caption = text_of("A photograph of the quay.", kind=BlockKind.CAPTION)
    read(server, text=caption)
    assert server.asked == []
    read(server)
    (asked,) = server.asked
    assert (asked["model"], asked["temperature"], asked["seed"]) == ("tiny", 0, 0)
    system, user = asked["messages"]
    assert PARAGRAPHS[0] in user["content"]
    assert PARAGRAPHS[0] not in system["content"]
    opening, *lines, closing = user["content"].splitlines()
    assert opening.startswith("=== TEXT ")
    assert closing == opening.replace("BEGINS", "ENDS")
    assert closing not in lines
    assert server.paths == ["/v1/chat/completions"]
    assert "authorization" not in server.headers[0]


def test_a_key_is_sent_and_shown_nowhere(
    server: Server, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It comes from the environment, and neither messages nor rows have it."""
    monkeypatch.setenv("ONRECORD_LLM_KEY", "sk-very-secret")
    Path("one.txt").write_text("\n\n".join(PARAGRAPHS))
    asking = ("--reader", "llm", "--llm-address", server.address, "--llm-model", "tiny")
    server.answer = in_turn(says(QUOTED), sends(401, b"bad key sk-very-secret"))
    code, out, err = run("read", "one.txt", *asking)
    assert code == 0
    assert server.headers[0]["authorization"] == "Bearer sk-very-secret"
    code, out_refused, err_refused = run("read", "one.txt", *asking)
    assert code == 1
    assert "is ONRECORD_LLM_KEY right?" in err_refused
    assert "secret" not in out + err + out_refused + err_refused


def test_without_an_address_nothing_is_sent(
    server: Server, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither the reader's name alone nor a model's is leave to send."""
    Path("one.txt").write_text("\n\n".join(PARAGRAPHS))
    monkeypatch.setenv("ONRECORD_LLM_MODEL", "tiny")
    assert run("new", "case")[0] == 0
    for command in (["read", "one.txt"], ["add", "one.txt", "--case", "case"]):
        code, out, err = run(*command, "--reader", "llm")
        assert code == 2
        assert "needs an address" in err
        assert "ONRECORD_LLM_ADDRESS" in err
        assert out == ""
    assert server.asked == []


def test_without_a_model_nothing_is_sent(server: Server, run: Run) -> None:
    """Which model answers is the user's to say."""
    Path("one.txt").write_text("\n\n".join(PARAGRAPHS))
    code, _, err = run("read", "one.txt", "--reader", "llm", "--llm-address", server.address)
    assert (code, server.asked) == (2, [])
    assert "ONRECORD_LLM_MODEL" in err


def test_another_reader_sends_nothing_whatever_the_environment_says(
    server: Server, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An address without the reader's name is no leave either; on the line it is a mistake."""
    monkeypatch.setenv("ONRECORD_LLM_ADDRESS", server.address)
    monkeypatch.setenv("ONRECORD_LLM_MODEL", "tiny")
    Path("one.txt").write_text("\n\n".join(PARAGRAPHS))
    assert run("read", "one.txt", "--reader", "trained")[0] == 0
    code, _, err = run("read", "one.txt", "--reader", "trained", "--llm-address", server.address)
    assert code == 2
    assert "takes no address" in err
    assert server.asked == []


def test_reader_and_environment_together_send(
    server: Server, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both were named by the user."""
    monkeypatch.setenv("ONRECORD_LLM_ADDRESS", f"{server.address}/chat/completions")
    monkeypatch.setenv("ONRECORD_LLM_MODEL", "tiny")
    Path("one.txt").write_text("\n\n".join(PARAGRAPHS))
    assert run("read", "one.txt", "--reader", "llm")[0] == 0
    assert server.paths == ["/v1/chat/completions"]


def test_no_proxy_of_the_environment_sees_the_text(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The address that was named is the only one that is sent to."""
    elsewhere = Server()
    try:
        for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
            monkeypatch.setenv(name, f"http://{elsewhere.host}")
        monkeypatch.delenv("NO_PROXY", raising=False)
        monkeypatch.delenv("no_proxy", raising=False)
        read(server, QUOTED)
        assert len(server.asked) == 1
        assert elsewhere.asked == []
    finally:
        elsewhere.close()


def test_a_redirect_is_not_followed(server: Server) -> None:
    """Who was named answers, or nobody does."""
    elsewhere = Server()
    try:
        server.answer = sends(307, b"", Location=f"{elsewhere.address}/chat/completions")
        with pytest.raises(Refused, match="a redirect, which is not followed"):
            reader(server).read(TEXT, None)
        assert elsewhere.asked == []
    finally:
        elsewhere.close()


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1:8080",
        "ftp://127.0.0.1/v1",
        "http://",
        "http://a:b@127.0.0.1/v1",
        "http://h:port",
        " ",
    ],
)
def test_what_is_no_address_is_told_before_anything_is_read(address: str) -> None:
    """It is wrong use, exit code 2."""
    with pytest.raises(WrongUse):
        load("llm", address=address, model="tiny")


def test_a_key_that_no_header_can_carry_is_not_shown() -> None:
    """The message names the variable."""
    with pytest.raises(WrongUse, match="ONRECORD_LLM_KEY") as caught:
        LlmReader("http://127.0.0.1/v1", "tiny", key="geheim\nX: ü")
    assert "geheim" not in str(caught.value)
