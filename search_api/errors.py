"""Every error, as the one JSON body."""

import structlog
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from records.errors import InvalidRequest, ReferatsoegError, Replaced
from search_api.models import ErrorBody, ErrorDetail

_HTTP_ERRORS = {
    404: ("findes_ikke", "Adressen findes ikke. Se /docs for dem, der gør."),
    405: ("metode", "Adressen kan kun læses (GET)."),
}
_UNKNOWN_HTTP_ERROR = ("fejl", "Forespørgslen kunne ikke besvares.")
_BROKEN = ReferatsoegError("Der skete en fejl hos os. Prøv igen; bliver den ved, så se i loggen.")

# What the OpenAPI description says of every operation.
ERROR_RESPONSES: dict[int | str, dict[str, object]] = {
    404: {"model": ErrorBody, "description": "Findes ikke, eller må ikke ses."},
    422: {"model": ErrorBody, "description": "En parameter kan ikke forstås."},
    500: {"model": ErrorBody, "description": "Fejl hos os."},
    503: {"model": ErrorBody, "description": "Indekset kan ikke søges lige nu."},
}

log = structlog.get_logger()


def add_error_handlers(app: FastAPI) -> None:
    """Make every error of the app leave as :class:`ErrorBody`."""
    app.add_exception_handler(ReferatsoegError, _ours)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(Exception, _broken)


def error_response(error: ReferatsoegError) -> JSONResponse:
    """Return the error as its class says it is to be answered."""
    return _response(error.http_status, error.code, error.message, error.detail)


async def _ours(request: Request, error: Exception) -> JSONResponse:
    if not isinstance(error, ReferatsoegError):
        raise error
    if isinstance(error, Replaced):
        return _moved(request, error)
    if error.http_status >= 500:
        log.error("fejl", code=error.code, detail=error.detail)
    return error_response(error)


def new_address(request: Request, error: Replaced) -> str:
    """Return where the same place in the new version is."""
    path = request.url.path.replace(request.path_params["document_id"], error.successor)
    return f"{path}?{request.url.query}" if request.url.query else path


def _moved(request: Request, error: Replaced) -> JSONResponse:
    response = error_response(error)
    response.headers["Location"] = new_address(request, error)
    return response


async def _invalid(_: Request, error: Exception) -> JSONResponse:
    """Name the parameters that cannot be used; what stood in them is not repeated."""
    if not isinstance(error, RequestValidationError):
        raise error
    problems = [f"{'.'.join(map(str, e['loc'][1:]))}: {e['msg']}" for e in error.errors()]
    message = "En parameter kan ikke bruges. Se /docs for, hvad den kan være."
    return error_response(InvalidRequest(message, "; ".join(problems)))


async def _http(_: Request, error: Exception) -> JSONResponse:
    if not isinstance(error, HTTPException):
        raise error
    code, message = _HTTP_ERRORS.get(error.status_code, _UNKNOWN_HTTP_ERROR)
    response = _response(error.status_code, code, message, None)
    response.headers.update(error.headers or {})
    return response


async def _broken(_: Request, error: Exception) -> JSONResponse:
    log.error("uventet fejl", error=type(error).__name__)
    return error_response(_BROKEN)


def _response(status: int, code: str, message: str, detail: str | None) -> JSONResponse:
    body = ErrorBody(error=ErrorDetail(code=code, message=message, detail=detail))
    return JSONResponse(body.model_dump(), status_code=status)
