"""The address that the service is reached at, for links that are used elsewhere."""

from typing import Annotated

from fastapi import Depends, Request


def _origin(request: Request) -> str:
    return str(request.base_url).rstrip("/")


Origin = Annotated[str, Depends(_origin)]
