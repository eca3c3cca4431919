"""The team of a case: its accounts, in a file beside the record that its owner alone may read.

Not on record: who may come in is not evidence. The file is written whole or not at all. Passwords
are kept as Argon2id hashes (RFC 9106), tokens of programs as SHA-256 of 32 random bytes.
"""

from __future__ import annotations

import fcntl
import hashlib
import hmac
import os
import secrets
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from onrecord import ledger
from onrecord.case.present import by_the_clock
from onrecord.core.errors import Damaged, NoCase, NoSuchRow, OnrecordError, Unwritable, WrongUse
from onrecord.core.roles import Role
from onrecord.core.seams import Clock
from onrecord.core.team import LONGEST_PASSWORD, Account, good_password, plain_name, same_name

if TYPE_CHECKING:
    from argon2 import PasswordHasher

FILE = "team.json"
_FRESH = os.O_WRONLY | os.O_CREAT | os.O_EXCL


class _Row(msgspec.Struct, omit_defaults=True):
    name: str
    role: str
    since: str
    password: str
    token: str = ""


class _File(msgspec.Struct):
    version: int
    accounts: list[_Row]


class Team:
    """The accounts of the case in `folder`; what another process changes is seen at once.

    Raises:
        NoCase: there is no case there.
    """

    def __init__(self, folder: Path, clock: Clock = by_the_clock) -> None:
        if not (folder / ledger.FILE).is_file():
            raise NoCase(str(folder))
        self.file, self._clock = folder / FILE, clock
        self._read: tuple[tuple[int, int, int], tuple[Account, ...]] | None = None

    @property
    def accounts(self) -> Sequence[Account]:
        """Every account, by name.

        Raises:
            WrongUse: others than the file's owner may read it.
            Damaged: the file cannot be read.
        """
        try:
            found = self.file.stat()
        except FileNotFoundError:
            return ()
        seen = (found.st_mtime_ns, found.st_size, found.st_ino)
        if self._read is None or self._read[0] != seen:
            if found.st_mode & 0o077:
                raise WrongUse(
                    "others may read who has an account",
                    where=str(self.file),
                    help=f"chmod 600 {FILE}",
                )
            self._read = seen, self._accounts()
        return self._read[1]

    def _accounts(self) -> tuple[Account, ...]:
        try:
            kept = msgspec.json.decode(self.file.read_bytes(), type=_File)
            if kept.version != 1:
                raise ValueError(f"its version is {kept.version}")
            return tuple(
                Account(
                    name=row.name, role=Role.called(row.role), since=row.since,
                    password=row.password, token=row.token,
                )
                for row in kept.accounts
            )  # fmt: skip
        except (OSError, ValueError, msgspec.MsgspecError, OnrecordError) as error:
            raise Damaged(f"cannot be read ({error})", where=str(self.file)) from None

    def of(self, name: str) -> Account:
        """Give one account.

        Raises:
            NoSuchRow: nobody has one under this name.
        """
        for account in self.accounts:
            if same_name(account.name, name):
                return account
        raise NoSuchRow(f"{name[:60]!r} has no account here", help="see 'onrecord team list'")

    # --- changing ---

    def add(self, name: str, role: Role, password: str) -> Account:
        """Make an account.

        Raises:
            WrongUse: the name or the password will not do, or the name is taken.
        """
        made = Account(
            name=plain_name(name),
            role=role,
            since=self._clock().date().isoformat(),
            password=self._hasher.hash(good_password(password)),
        )
        with self._changing() as accounts:
            if any(same_name(one.name, made.name) for one in accounts):
                raise WrongUse(f"{made.name!r} has an account already")
            accounts.append(made)
        return made

    def remove(self, name: str) -> Account:
        """Take an account away; its sessions end with it.

        Raises:
            NoSuchRow: there is none.
            WrongUse: it is the last owner's.
        """
        gone = self.of(name)
        with self._changing() as accounts:
            accounts[:] = [one for one in accounts if one.name != gone.name]
        return gone

    def give_role(self, name: str, role: Role) -> Account:
        """Give an account another role; its sessions end. Raises as `remove`."""
        return self._changed(replace(self.of(name), role=role))

    def give_password(self, name: str, password: str) -> Account:
        """Give an account another password; its sessions end, and so does its lock."""
        changed = self._hasher.hash(good_password(password))
        return self._changed(replace(self.of(name), password=changed))

    def give_token(self, name: str) -> str:
        """Make a token for an account's programs, in place of the one before; a hash is kept."""
        token = secrets.token_urlsafe(32)
        self._changed(replace(self.of(name), token=_digest(token)))
        return token

    def _changed(self, account: Account) -> Account:
        with self._changing() as accounts:
            accounts[:] = [account if one.name == account.name else one for one in accounts]
        return account

    # --- who it is ---

    def admitted(self, name: str, password: str) -> Account | None:
        """Give the account that this name and password open; None: they open none.

        It takes the same time whether or not there is such a name.
        """
        from argon2.exceptions import InvalidHashError, VerificationError

        account = next((one for one in self.accounts if same_name(one.name, name)), None)
        kept = account.password if account is not None else self._nobody
        with suppress(VerificationError, InvalidHashError):
            self._hasher.verify(kept, password[: LONGEST_PASSWORD + 1])
            return account
        return None

    def program(self, token: str) -> Account | None:
        """Give the account whose token this is."""
        shown = _digest(token)
        for account in self.accounts:
            if account.token and hmac.compare_digest(account.token, shown):
                return account
        return None

    @cached_property
    def _hasher(self) -> PasswordHasher:
        from argon2 import PasswordHasher

        return PasswordHasher()

    @cached_property
    def _nobody(self) -> str:
        """A hash that no password opens which anybody knows."""
        return self._hasher.hash(secrets.token_urlsafe(32))

    # --- the file ---

    @contextmanager
    def _changing(self) -> Iterator[list[Account]]:
        """Give the accounts to change, and keep them as they are then: one process at a time."""
        try:
            folder = os.open(self.file.parent, os.O_RDONLY | os.O_DIRECTORY)
        except OSError as error:
            raise _unwritable(self.file, error) from None
        try:
            fcntl.flock(folder, fcntl.LOCK_EX)
            before = self.accounts
            accounts = list(before)
            yield accounts
            had_owner = any(one.role is Role.OWNER for one in before)
            if had_owner and not any(one.role is Role.OWNER for one in accounts):
                raise WrongUse(
                    "nobody would own the case then", help="make somebody else an owner first"
                )
            self._write(sorted(accounts, key=lambda one: one.name.casefold()))
            os.fsync(folder)
        except OSError as error:
            raise _unwritable(self.file, error) from None
        finally:
            os.close(folder)

    def _write(self, accounts: list[Account]) -> None:
        rows = [
            _Row(one.name, one.role.word, one.since, one.password, one.token) for one in accounts
        ]
        written = msgspec.json.format(msgspec.json.encode(_File(1, rows)), indent=1) + b"\n"
        fresh = self.file.with_name(f".{FILE}.{os.getpid()}")
        fresh.unlink(missing_ok=True)
        try:
            with os.fdopen(os.open(fresh, _FRESH, 0o600), "wb") as out:
                out.write(written)
                out.flush()
                os.fsync(out.fileno())
            fresh.replace(self.file)
        finally:
            fresh.unlink(missing_ok=True)


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()


def _unwritable(file: Path, error: OSError) -> Unwritable:
    return Unwritable(f"the accounts cannot be kept ({error.strerror})", where=str(file))
