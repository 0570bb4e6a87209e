"""The command on progress reports (调度表命令): read, added up, held against the last period, written as the form."""

from argparse import Namespace
from pathlib import Path
from typing import Any, Final

from gxinjury.cli.couriers import courier_page
from gxinjury.cli.running import Told, refusal, reply, with_copy
from gxinjury.codec import FileError
from gxinjury.extra.forms._progress_data import line_data
from gxinjury.extra.forms.progress import ReportsRead, read_office_reports
from gxinjury.extra.forms.progress_months import CityMonths, ReportMonths, compare_reports
from gxinjury.extra.forms.region import read_offices, region_answer, region_data
from gxinjury.extra.saving import save
from gxinjury.texts import Language

_WORKBOOK: Final = b"PK\x03\x04"


def run(asked: Namespace, language: Language) -> Told:
    """Answer ``gxinjury courier-report``; written as the annex where it is asked for."""
    found = _read(asked.files, asked.mark, language)
    months = None
    if asked.against is not None:
        last = read_offices([asked.against])
        months = compare_reports(last.forms, found.forms)
    answer = region_answer(found.forms)
    if asked.form is not None:
        from gxinjury.couriers import ReportForm
        from gxinjury.extra.forms.progress import write_reports_workbook

        table = answer.periods[-1].table
        save(asked.form, write_reports_workbook(ReportForm(answer.periods[-1].lines, [table.total])), begins=_WORKBOOK)

    def data() -> dict[str, Any]:
        told = {**region_data(answer), "passed_over": [fault.as_dict() for fault in found.passed_over]}
        return told if months is None else {**told, "against": _months_data(months)}

    return reply(asked, courier_page(answer, language, passed_over=found.passed_over, months=months), data)


def _read(files: list[str], mark: str | None, language: Language) -> ReportsRead:
    """Read the reports; where they have faults and a copy is asked for, mark them there and say so."""
    first, *others = files
    if mark is not None and (others or Path(first).is_dir()):
        raise refusal("mark_one_file")
    try:
        return read_offices(files)
    except FileError as error:
        raise with_copy(error, first, lambda data: read_office_reports([(first, data)]), mark, language) from None


def _months_data(found: ReportMonths) -> dict[str, Any]:
    return {"before": str(found.before), "now": str(found.after), "cities": [*map(_city_data, found.cities)]}


def _city_data(one: CityMonths) -> dict[str, Any]:
    pair = {"before": one.before, "now": one.after}
    return {
        "city": one.city,
        **{name: None if report is None else {**line_data(report), "city": one.city} for name, report in pair.items()},
        "fell": [*one.fell],
    }
