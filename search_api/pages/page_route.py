"""Routes whose errors are pages too."""

from collections.abc import Callable, Coroutine
from typing import Any

import structlog
from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import RedirectResponse
from fastapi.routing import APIRoute

from records.errors import InvalidRequest, ReferatsoegError, Replaced
from search_api.errors import new_address
from search_api.pages.microcopy import MICROCOPY
from search_api.pages.services import PageServices
from search_api.params import REVERSED_DATES

_HEADINGS = {404: "not_found", 410: "gone", 422: "invalid", 503: "unavailable"}
_ANOTHER = "broken"

log = structlog.get_logger()


class PageRoute(APIRoute):
    """Answers an error of ours with a page that says what to do."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Return the route's handler with the errors turned to pages."""
        handle = super().get_route_handler()

        async def handle_page(request: Request) -> Response:
            try:
                return await handle(request)
            except RequestValidationError as error:
                return error_page(request, _invalid(error))
            except Replaced as error:
                return RedirectResponse(new_address(request, error), error.http_status)
            except ReferatsoegError as error:
                return error_page(request, error)

        return handle_page


def answer_breakage_with_pages(app: FastAPI) -> None:
    """Make what nobody foresaw a page too, where a page was asked for; elsewhere it stays as it was."""
    elsewhere = app.exception_handlers[Exception]

    async def broken(request: Request, error: Exception) -> Response:
        if not isinstance(request.scope.get("route"), PageRoute):
            response = elsewhere(request, error)
            return response if isinstance(response, Response) else await response
        log.error("uventet fejl", error=type(error).__name__)
        return error_page(request, ReferatsoegError(MICROCOPY.error.unforeseen))

    app.add_exception_handler(Exception, broken)


def error_page(request: Request, error: ReferatsoegError) -> Response:
    """Return the page of the error; its detail is for the log."""
    if error.http_status >= 500:
        log.error("fejl", code=error.code, detail=error.detail)
    pages: PageServices = request.app.state.pages
    heading = getattr(MICROCOPY.error, _HEADINGS.get(error.http_status, _ANOTHER))
    context = {"heading": heading, "message": error.message, "code": error.code}
    return pages.renderer.page(request, "error.html", context, error.http_status)


def _invalid(error: RequestValidationError) -> InvalidRequest:
    """Name the fields that cannot be used; what stood in them is not repeated."""
    problems = error.errors()
    if any(problem["type"] == REVERSED_DATES for problem in problems):
        return InvalidRequest(MICROCOPY.error.reversed_dates)
    fields = dict.fromkeys(str(problem["loc"][1]) for problem in problems if len(problem["loc"]) > 1)
    return InvalidRequest(MICROCOPY.error.bad_parameter.format(fields=", ".join(fields)))
