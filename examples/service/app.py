"""Six questions of the law as a service (六个问题的服务), every decision kept as a receipt."""

import os
import warnings
from collections.abc import Callable
from http import HTTPStatus
from pathlib import Path
from typing import Annotated, Any, Final

from fastapi import FastAPI, HTTPException, Request
from fastapi import Path as InPath
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException as StarletteHTTPException
from store import Store

from gxinjury import LAW, __version__, explain
from gxinjury.benefits import settle_injury
from gxinjury.construction import assess_project, project_cover, project_premium, standing
from gxinjury.determination import employer_deadline
from gxinjury.errors import GxInjuryError, StaleFigureWarning
from gxinjury.extra.problems import MEDIA_TYPE, language_of, problem
from gxinjury.extra.pydantic import Facts, problem_of
from gxinjury.receipts import receipt, replay

QUESTIONS: Final[dict[str, Callable[..., Any]]] = {
    "premium": project_premium,
    "cover": project_cover,
    "standing": standing,
    "deadline": employer_deadline,
    "settlement": settle_injury,
    "case": assess_project,
}

# A figure past the day it was verified through is told among the cautions of the answer: a log needs it no more.
warnings.simplefilter("ignore", StaleFigureWarning)

app = FastAPI(title="gxinjury", version=__version__)
Number = Annotated[int, InPath(ge=1, lt=2**63)]

store = Store(Path(os.environ.get("RECEIPTS", "receipts.sqlite")))


def asked_language(request: Request) -> str:
    """Return the language that a request asks for; Chinese where it does not say."""
    return language_of(request.headers.get("accept-language"))


def offer(name: str, question: Callable[..., Any]) -> None:
    """Add a question to the service, under its name."""

    @app.post(f"/{name}", name=name)
    def answer(facts: Annotated[dict[str, Any], Facts(question)], request: Request) -> dict[str, Any]:
        language = asked_language(request)
        decision = explain(question, **facts)
        kept = receipt(decision)
        return {
            "outcome": kept["outcome"],
            "cautions": [caution.say(language) for caution in decision.cautions],
            "why": decision.text(language),
            "law": LAW.digest,
            "receipt": store.keep(receipt(decision, in_full=True), kept),
        }


for name, question in QUESTIONS.items():
    offer(name, question)


@app.get("/receipts/{number}")
def kept_receipt(number: Number) -> dict[str, Any]:
    """Return a receipt, ids of natural persons masked."""
    return found(number)


@app.post("/receipts/{number}/replay")
def replayed(number: Number, request: Request) -> dict[str, Any]:
    """Ask the question of a receipt again."""
    again = replay(found(number, in_full=True))
    return {"holds": again.holds, "same": again.same, "told": again.text(asked_language(request))}


def found(number: int, *, in_full: bool = False) -> dict[str, Any]:
    """Return the receipt of that number, or tell that there is none."""
    kept = store.receipt(number, in_full=in_full)
    if kept is None:
        raise HTTPException(404)
    return kept


@app.exception_handler(GxInjuryError)
def refused(request: Request, error: GxInjuryError) -> JSONResponse:
    """Tell an error of the library."""
    return told(problem(error, asked_language(request)))


@app.exception_handler(RequestValidationError)
def unreadable(request: Request, error: RequestValidationError) -> JSONResponse:
    """Tell every fault of a body."""
    return told(problem_of(error.errors(), asked_language(request)))


@app.exception_handler(StarletteHTTPException)
def missed(_: Request, error: StarletteHTTPException) -> JSONResponse:
    """Tell what has nothing to do with the law, as an address that there is not."""
    title = HTTPStatus(error.status_code).phrase
    code = title.lower().replace(" ", "_")
    document = {"type": "about:blank", "title": title, "status": error.status_code, "detail": title}
    return told({**document, "kind": "http", "code": code, "path": [], "clause": None})


def told(document: dict[str, Any]) -> JSONResponse:
    """Return a problem document as an answer."""
    return JSONResponse(document, document["status"], media_type=MEDIA_TYPE)
