"""Ask the API what its description allows, and what it does not; see that it answers as it says.

Schemathesis makes the cases of every operation out of `/openapi.json` and holds each answer against
it: a status that is told, of the told type and shape, and never a failure within. Run as

    python -m bench.api_cases CASES

which makes a small case, opens its room and asks CASES of each operation.
"""

from __future__ import annotations

import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from hypothesis import HealthCheck, Phase, given, seed, settings

SEED = 6


@dataclass
class Asked:
    """How many operations and cases were asked, and which answers were not as told."""

    operations: int = 0
    cases: int = 0
    failures: list[str] = field(default_factory=list)


def asked(app: Any, address: str, token: str, cases: int) -> Asked:
    """Ask up to so many cases of each operation, the same ones every time.

    Args:
        app: the room's server, which is asked without a network.
        address: where it believes to be.
    """
    import schemathesis
    from schemathesis.core.failures import FailureGroup
    from schemathesis.specs.openapi import checks as told_by

    checks = [
        schemathesis.checks.not_a_server_error, told_by.status_code_conformance,
        told_by.content_type_conformance, told_by.response_schema_conformance,
        told_by.response_headers_conformance, told_by.negative_data_rejection,
    ]  # fmt: skip  # not that all it takes for valid is taken: a date is more than a string
    sent = {"Authorization": f"Bearer {token}"}
    host = {"Host": urlsplit(address).netloc}
    described = schemathesis.openapi.from_asgi("/openapi.json", app, headers=sent | host)
    described.config.update(base_url=address)
    told = Asked()
    for found in described.get_all_operations():
        operation = found.ok()
        told.operations += 1

        @seed(SEED)
        @settings(
            max_examples=cases, deadline=None, database=None, phases=[Phase.generate],
            suppress_health_check=list(HealthCheck), derandomize=False,
        )  # fmt: skip
        @given(one=operation.as_strategy())
        def each(one: Any) -> None:
            told.cases += 1
            one.call_and_validate(headers=sent, checks=checks)

        try:
            each()
        except FailureGroup as failed:
            told.failures.append(f"{operation.label}: {failed}")
    return told


def main() -> int:
    """Ask so many cases of each operation of a small case's room, and print what came."""
    sys.path += [str(Path(__file__).parents[1] / "tests" / "integration")]
    from room_walk import HOST, TOKEN, opened
    from served_room import small_case

    with tempfile.TemporaryDirectory() as folder, opened(small_case(Path(folder))) as app:
        told = asked(app, f"http://{HOST}", TOKEN, int(sys.argv[1]))
    print(f"{told.operations} operations, {told.cases:,} cases, {len(told.failures)} not as told")
    print("\n".join(told.failures))
    return len(told.failures) > 0


if __name__ == "__main__":
    raise SystemExit(main())
