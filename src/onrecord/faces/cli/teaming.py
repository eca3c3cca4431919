"""Commands on who may come into a case from elsewhere: team."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.core.roles import Role
from onrecord.faces.cli.options import example, in_case, in_form
from onrecord.faces.cli.printing import headed, listing, say

if TYPE_CHECKING:
    from onrecord.case import Team

_ROLES = click.Choice([role.word for role in Role if role is not Role.STRANGER])


@click.group(epilog=example("onrecord team add 'Ida Marsh' --role editor"))
def team() -> None:
    """Say who may come into this case through 'onrecord serve --team', and what they may do there.

    \b
    reader    reads, searches, takes a dossier
    reviewer  besides: judges, and takes back their own judgements
    editor    besides: takes back anything, adds documents
    owner     may do all

    Accounts are kept beside the record in team.json, which only its owner can read.
    """


@team.command(epilog=example("onrecord team add 'Ida Marsh' --role editor"))
@click.argument("name")
@click.option("--role", type=_ROLES, default="reader", show_default=True, help="What they may do.")
@in_case
def add(folder: Path, name: str, role: str) -> None:
    """Make an account; asks for its password, or reads it from a pipe."""
    made = _team(folder).add(name, Role.called(role), _password())
    say(f"{made.name} may {made.role.may}")


@team.command("role", epilog=example("onrecord team role 'Ida Marsh' reviewer"))
@click.argument("name")
@click.argument("role", type=_ROLES)
@in_case
def give_role(folder: Path, name: str, role: str) -> None:
    """Give an account another role; whoever is in with it has to sign in again."""
    changed = _team(folder).give_role(name, Role.called(role))
    say(f"{changed.name} may {changed.role.may}")


@team.command("password", epilog=example("onrecord team password 'Ida Marsh'"))
@click.argument("name")
@in_case
def give_password(folder: Path, name: str) -> None:
    """Give an account another password; this ends its sessions, and its lock."""
    there = _team(folder)
    there.of(name)
    say(f"{there.give_password(name, _password()).name} has a new password")


@team.command("token", epilog=example("onrecord team token 'Ida Marsh'"))
@click.argument("name")
@in_case
def give_token(folder: Path, name: str) -> None:
    """Print a new token for an account's programs, in place of the one before.

    A program sends it as the header 'Authorization: Bearer TOKEN' and may do what the account may.
    """
    say(_team(folder).give_token(name))


@team.command("remove", epilog=example("onrecord team remove 'Ida Marsh'"))
@click.argument("name")
@in_case
def remove(folder: Path, name: str) -> None:
    """Take an account away; its sessions end. What it judged stays on record."""
    say(f"{_team(folder).remove(name).name} has no account any more")


@team.command("list", epilog=example("onrecord team list --format csv"))
@in_form
@in_case
def list_accounts(folder: Path, form: str) -> None:
    """List who has an account, and what they may do."""
    accounts = _team(folder).accounts
    cells = [[one.name, one.role.word, one.since, "yes" if one.token else ""] for one in accounts]
    rows = [
        {"name": one.name, "role": one.role.word, "since": one.since, "programs": bool(one.token)}
        for one in accounts
    ]
    listing(form, headed("name", "role", "since", "programs"), rows, cells, "nobody has an account")


def _team(folder: Path) -> Team:
    from onrecord.case import Team

    return Team(folder)


def _password() -> str:
    """Ask for a password twice; where nobody is at the keyboard, read a line."""
    if sys.stdin.isatty():
        words: str = click.prompt("Password", hide_input=True, confirmation_prompt=True, err=True)
        return words
    return sys.stdin.readline().rstrip("\r\n")


COMMANDS = (team,)
