"""What a rule costs over the bare arithmetic: run ``python benchmarks/rules.py``; prints a table in Markdown.

Each ratio comes from one run in which both sides take turns; absolute times of a shared machine mean little.
"""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from rounds import import_seconds, medians, row

from gxinjury import explain
from gxinjury.construction import Contract, project_cover, project_premium

START, END, PAID = date(2014, 7, 1), date(2016, 6, 30), date(2016, 2, 1)
CONTRACT = Contract(price=100_000_000, commencement=START, completion=END)
RATE, FEN = Decimal("0.0013"), Decimal("0.01")


def bare(price: Decimal, start: date, end: date, paid: date) -> Decimal:
    """Return the premium of a project in progress, by the arithmetic alone."""
    whole = (end - start).days + 1
    return (price * RATE * (whole - (paid - start).days) / whole).quantize(FEN, ROUND_HALF_UP)


def main() -> None:
    """Measure and print."""
    if bare(CONTRACT.price, START, END, PAID) != project_premium(CONTRACT, paid_on=PAID).total:
        raise SystemExit("the two sides do not compute the same")
    taken = medians(
        {
            "bare": lambda: bare(CONTRACT.price, START, END, PAID),
            "rule": lambda: project_premium(CONTRACT, paid_on=PAID),
            "with contract": lambda: project_premium(
                Contract(price=100_000_000, commencement=START, completion=END), paid_on=PAID
            ),
            "explained": lambda: explain(project_premium, CONTRACT, paid_on=PAID),
            "steps": lambda: explain(project_premium, CONTRACT, paid_on=PAID).step,
            "text": lambda: explain(project_premium, CONTRACT, paid_on=PAID).text("zh"),
            "cover": lambda: project_cover(CONTRACT, paid_on=PAID, accepted_on=END),
        }
    )
    imports = import_seconds(
        {
            "dependencies": "import attrs, dateutil.relativedelta",
            "face": "import gxinjury",
            "room": "from gxinjury import LAW, explain; from gxinjury.construction import project_premium",
        }
    )
    print("| compared | ratio | aim | |\n|---|---|---|---|")
    print(row("`project_premium` in progress / bare Decimals", taken["rule"] / taken["bare"], 14))
    print(row("the same with its validated contract / bare Decimals", taken["with contract"] / taken["bare"], 18))
    print(row("explained / plain, before steps and text", taken["explained"] / taken["rule"], 2.5))
    print(row("`import gxinjury` / importing attrs and dateutil", imports["face"] / imports["dependencies"], 1.6))
    print("\nWithout an aim, for orientation (µs a call, this machine, this run):\n")
    for name, seconds in taken.items():
        print(f"- {name}: {seconds * 1e6:.1f}")
    rooms = imports["room"] / imports["dependencies"]
    print(f"- importing the construction room and all it needs / importing attrs and dateutil: {rooms:.2f}×")


if __name__ == "__main__":
    main()
