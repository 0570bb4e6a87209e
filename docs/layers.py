"""Draws the layers of the library from its imports: `python docs/layers.py` writes `_static/layers.svg`.

A box is the tools, a package, or what is optional; an arrow says that modules of the upper box import modules of the
lower one. An arrow that follows from others is left out: whoever imports construction may use what construction does.
"""

import ast
from collections.abc import Collection, Iterator, Mapping
from html import escape
from pathlib import Path
from typing import Final, NamedTuple, TypeAlias

import gxinjury

SOURCE: Final = Path(gxinjury.__file__).parent
PICTURE: Final = Path(__file__).parent / "_static" / "layers.svg"
TOOLS: Final = "tools"
REST: Final = "extra.*"

Imports: TypeAlias = Collection[tuple[str, str]]
"""Which box imports from which."""


class Box(NamedTuple):
    """Where a box stands, and what it is called beside its name."""

    left: int
    top: int
    width: int
    zh: str
    en: str


HEIGHT: Final = 54
MARGIN: Final = 18
GAP: Final = 24
BOXES: Final[Mapping[str, Box]] = {
    "cli": Box(40, 20, 880, "命令行：参数与页面", "the shell: arguments and pages"),
    "extra.strategies": Box(56, 150, 142, "测试数据", "drawn records"),
    "extra.frames": Box(210, 150, 122, "批量计算", "rules on columns"),
    "extra.cases": Box(344, 150, 112, "案件文件", "case files"),
    "extra.forms": Box(468, 150, 112, "官方表格", "official forms"),
    REST: Box(592, 150, 160, "各项可选功能", "one optional thing each"),
    "extra.answers": Box(764, 150, 140, "答复", "answers"),
    "construction": Box(40, 284, 250, "建筑业通知", "the construction notice"),
    "couriers": Box(310, 284, 150, "快递业方案", "the courier plan"),
    "determination": Box(40, 384, 200, "工伤认定", "who files, pays, decides"),
    "benefits": Box(260, 384, 200, "工伤待遇", "amounts"),
    "law": Box(40, 484, 420, "法典：条款、数值、口径", "the statute book: clauses, figures, readings"),
    "receipts": Box(726, 284, 90, "存证与重算", "kept answers"),
    "reforms": Box(824, 284, 96, "改革方案", "what if"),
    "inquiry": Box(500, 384, 130, "提问", "asking more"),
    "codec": Box(650, 384, 270, "记录与数据互换", "records to plain data and back"),
    TOOLS: Box(40, 584, 880, "工具：日期、金额、解释、时间线", "days, money, explanations, timelines"),
}
"""The boxes from left to right and from top to bottom; one that is not there is not drawn."""

LAW: Final = frozenset({"construction", "couriers", "determination", "benefits", "law"})
FRAMES: Final = (
    (40, 118, 880, 104, "end", "可选功能 optional"),
    (20, 252, 460, 304, "start", "法律 law"),
    (484, 252, 456, 204, "end", "不识法律 know no law"),
)
"""Dashed frames around boxes: left, top, width, height, and what stands in which of their upper corners."""


STYLE: Final = """
  text { font-family: system-ui, "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif; fill: #1f2933; }
  .page { fill: #ffffff; } .box { fill: #eef3f8; stroke: #54708c; stroke-width: 1.2; }
  .law { fill: #fbf1e0; stroke: #9a6b1f; } .tools { fill: #e8f3ea; stroke: #41794d; }
  .frame { fill: none; stroke: #9aa8b5; stroke-dasharray: 4 4; }
  .name { font-size: 14px; font-weight: 600; } .said { font-size: 11px; }
  .frame-name { font-size: 11px; fill: #5b6b7a; }
  .arrow { fill: none; stroke: #66788a; stroke-width: 1.3; } .head { fill: #66788a; }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6ebf0; } .page { fill: #15191e; } .box { fill: #222c37; stroke: #7f9cb8; }
    .law { fill: #362b17; stroke: #d2a24d; } .tools { fill: #1d3022; stroke: #74b684; }
    .frame { stroke: #586673; } .frame-name { fill: #9fb0bf; } .arrow { stroke: #94a7b8; } .head { fill: #94a7b8; }
  }
"""


def box_of(module: str) -> str:
    """Return the box that a module belongs to, by its name below the package."""
    first, _, rest = module.partition(".")
    if first == "extra":
        below = rest.partition(".")[0]
        return f"extra.{below}" if f"extra.{below}" in BOXES else REST
    return first if (SOURCE / first).is_dir() or first in BOXES else TOOLS


def imports() -> Imports:
    """Return which box imports from which."""
    found: set[tuple[str, str]] = set()
    for path in SOURCE.rglob("*.py"):
        if path.parent != SOURCE or not path.stem.startswith("__"):
            own = box_of(".".join(path.relative_to(SOURCE).with_suffix("").parts))
            modules = _imported(ast.parse(path.read_text("utf-8")))
            found.update((own, other) for other in map(box_of, modules) if other != own)
    return found


def _imported(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.partition(".")[0] == "gxinjury":
            base = node.module.partition(".")[2]
            for one in node.names:
                whole = f"{base}.{one.name}".removeprefix(".")
                place = SOURCE.joinpath(*whole.split("."))
                if place.is_dir() or place.with_suffix(".py").exists():
                    yield whole
                elif base:
                    yield base


def reach(pairs: Imports) -> Mapping[str, frozenset[str]]:
    """Return what each box imports, by itself or through others."""
    below = {one: {to for start, to in pairs if start == one} for one in {box for pair in pairs for box in pair}}
    for _ in below:
        below = {one: found.union(*(below[to] for to in found)) for one, found in below.items()}
    return {one: frozenset(found) for one, found in below.items()}


def arrows(pairs: Imports) -> Iterator[tuple[str, str]]:
    """Yield the imports to draw: those between rows that do not follow from others."""
    down = {pair for pair in pairs if BOXES[pair[0]].top < BOXES[pair[1]].top}
    reached = reach(down)
    for start, end in sorted(down, key=lambda pair: [(BOXES[one].top, BOXES[one].left) for one in pair]):
        if not any(end in reached[between] for other, between in down if other == start):
            yield start, end


def _ports(drawn: list[tuple[str, str]]) -> Mapping[tuple[str, str], tuple[float, float]]:
    """Return where each arrow leaves its upper box and meets its lower one: upright where they allow, never crossed."""
    spots: dict[tuple[str, str], list[float]] = {pair: [0.0, 0.0] for pair in drawn}
    for side in (0, 1):
        for name in {pair[side] for pair in drawn}:
            box = BOXES[name]
            ends = sorted((pair for pair in drawn if pair[side] == name), key=lambda pair: _toward(pair, side))
            room = box.width - 2 * MARGIN
            gap = min(GAP, room / max(len(ends) - 1, 1))
            wanted = [min(max(_toward(pair, side), box.left + MARGIN), box.left + MARGIN + room) for pair in ends]
            for place in range(1, len(wanted)):
                wanted[place] = max(wanted[place], wanted[place - 1] + gap)
            for place in reversed(range(len(wanted))):
                most = box.left + MARGIN + room - gap * (len(wanted) - 1 - place)
                wanted[place] = min(wanted[place], most)
            for pair, spot in zip(ends, wanted, strict=True):
                spots[pair][side] = spot
    return {pair: (start, end) for pair, (start, end) in spots.items()}


def _toward(pair: tuple[str, str], side: int) -> float:
    """Return where an end would best lie: amid what both boxes span, else towards the other box."""
    own, other = BOXES[pair[side]], BOXES[pair[1 - side]]
    left, right = max(own.left, other.left), min(own.left + own.width, other.left + other.width)
    return (left + right) / 2 if left < right else other.left + other.width / 2


def picture() -> str:
    """Return the picture as SVG, readable in light and dark, each arrow with its ends as a tip."""
    found = imports()
    present = {box for pair in found for box in pair}
    drawn = [*arrows(found)]
    ports = _ports(drawn)
    lines = [
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 960 660" role="img">',
        "<title>Layers of gxinjury, from its imports 由导入关系得出的分层</title>",
        f"<style>{STYLE}</style>",
        '<rect class="page" width="960" height="660" rx="8"/>',
    ]
    for left, top, width, height, corner, said in FRAMES:
        lines.append(f'<rect class="frame" x="{left}" y="{top}" width="{width}" height="{height}" rx="8"/>')
        place = left + 10 if corner == "start" else left + width - 10
        lines.append(f'<text class="frame-name" x="{place}" y="{top + 16}" text-anchor="{corner}">{said}</text>')
    for pair in drawn:
        lines += _arrow(pair, ports[pair])
    for name in BOXES:
        if name in present:
            lines += _drawn_box(name)
    return "\n".join([*lines, "</svg>", ""])


def _drawn_box(name: str) -> Iterator[str]:
    box = BOXES[name]
    kind = {TOOLS: "tools"}.get(name, "law" if name in LAW else "")
    middle = box.left + box.width / 2
    yield f'<rect class="box {kind}" x="{box.left}" y="{box.top}" width="{box.width}" height="{HEIGHT}" rx="6"/>'
    yield f'<text class="name" x="{middle:g}" y="{box.top + 18}" text-anchor="middle">{escape(name)}</text>'
    yield f'<text class="said" x="{middle:g}" y="{box.top + 33}" text-anchor="middle">{escape(box.zh)}</text>'
    yield f'<text class="said" x="{middle:g}" y="{box.top + 47}" text-anchor="middle">{escape(box.en)}</text>'


def _arrow(pair: tuple[str, str], ends: tuple[float, float]) -> Iterator[str]:
    (start, end), (left, right) = pair, ends
    top, bottom = BOXES[start].top + HEIGHT, BOXES[end].top - 6
    bend = min((bottom - top) / 2, 60)
    path = f"M{left:g} {top} C{left:g} {top + bend:g} {right:g} {bottom - bend:g} {right:g} {bottom}"
    yield f'<path class="arrow" d="{path}"><title>{start} → {end}</title></path>'
    yield f'<path class="head" d="M{right - 4:g} {bottom - 2} l4 8 l4 -8 z"/>'


if __name__ == "__main__":
    PICTURE.write_text(picture(), encoding="utf-8")
