"""Help on what is no command (说明): the case file, how days and amounts are written, readings, paper and terminals."""

import difflib
from argparse import Namespace
from collections.abc import Iterator, Mapping
from typing import Final, get_args

from gxinjury.cli.arguments import make_parser
from gxinjury.cli.page import Page, as_page
from gxinjury.cli.printed import printed
from gxinjury.cli.running import refusal
from gxinjury.extra.cases.layout import Sections
from gxinjury.extra.pages.parts import Gap, Grid, Heading, Line, Part, Title
from gxinjury.fields import FieldOf, fields_of
from gxinjury.records import prints_itself
from gxinjury.texts import Language, Text, shown

_PROGRESS: Final = Text(zh="项目进展（各日期）", en="days of the project")
_ONE_EACH: Final = Text(zh="{told}，每项一节", en="{told}, one section each")
_NEEDED: Final = Text(zh="{told}（必填）", en="{told} (needed)")
_CASE: Final = (
    Text(
        zh="案情文件是 TOML 或 JSON 文件，编码 UTF-8。下面是各节及其键名；除注明必填的以外都可以不写，不知道的就不写。"
        "例子见 examples 文件夹。",
        en="A case file is TOML or JSON, in UTF-8. Below are its sections and their keys; all may be left out but what "
        "is needed, and what is not known is left out. The folder examples has some.",
    ),
)
_DATES: Final = (
    Text(zh="日期写 2015-11-01，不用点、斜线或“年月日”，不加引号。", en="A day is written 2015-11-01, without quotes."),
    Text(
        zh="时刻写 2016-03-01T09:10:00+08:00，末尾写时区，北京时间为 +08:00。",
        en="A moment is written 2016-03-01T09:10:00+08:00, with its offset from UTC, China's being +08:00.",
    ),
    Text(
        zh='金额以元为单位，不写千分位逗号；有角分的加引号，如 "18640.20"。万元须换算：2385.6万元写 23856000。',
        en='An amount is in yuan, without separators; one with fen stands in quotes, as "18640.20". 23.856 million is '
        "23856000.",
    ),
    Text(zh='比例写 "50%" 或 "1.3‰"，加引号。', en='A share is written "50%" or "1.3‰", in quotes.'),
    Text(
        zh="命令行的日期用 --on 2016-03-31；程序不读取时钟，要看某日的情况须写明那一日。",
        en="On the command line a day is --on 2016-03-31; no clock is read, so the day has to be said.",
    ),
)
_READINGS: Final = (
    Text(
        zh="条文有不止一种理解的，程序取默认口径，并在答复中写明。gxinjury readings 列出全部口径、默认和理由。",
        en="Where a text can be read in more ways than one, the default is taken and told. gxinjury readings lists all "
        "of them, the defaults and why.",
    ),
    Text(
        zh='要换口径，在案情文件中写 [law] 一节，如 readings = { elapsed_time = "MONTHS" }。',
        en='Another one is asked for in the section [law] of a case file, as readings = { elapsed_time = "MONTHS" }.',
    ),
    Text(
        zh="gxinjury ask 列出哪些条文的理解会改变本案的结果。",
        en="gxinjury ask lists the readings that would change the outcome of a case.",
    ),
)
_PAPER: Final = (
    Text(
        zh="--html 写成可按 A4 打印的网页文件，用浏览器打开后打印即可，不联网；--xlsx 写成工作簿"
        "（需先安装 gxinjury[office]）。内容与屏幕上的一致。",
        en="--html FILE writes what is on the screen as a page that a browser prints on A4, without any network; "
        '--xlsx FILE writes a workbook (pip install "gxinjury[office]").',
    ),
    Text(
        zh="身份证号一律遮住中间各位；只有填报用的官方表格写全。",
        en="Ids are masked everywhere but in the official forms that are filled in.",
    ),
    Text(
        zh="已有的同类文件会被覆盖，其他文件不会。",
        en="A file of the same kind is written over, no other one is.",
    ),
)
_TERMINAL: Final = (
    Text(
        zh="语言依 --lang 的指定；没有指定的，依系统的语言设置，Windows 上依系统的显示语言。",
        en="The language is that of --lang, else of LANGUAGE, LC_ALL, LC_MESSAGES, LANG, on Windows of the system.",
    ),
    Text(
        zh="宽度依终端，文字至多100列，表格至终端的宽度；窄至60列时表格换行。",
        en="The width is the terminal's, or COLUMNS: sentences take at most 100, tables all of it; down to 60 tables "
        "break their lines.",
    ),
    Text(
        zh="终端编码（如 GBK）没有的字符写成 \\u 加编号，并在末尾说明。",
        en="A character that the terminal's encoding lacks, as GBK may, is written as \\u and its number, and told.",
    ),
    Text(
        zh='命令补全：bash 用 eval "$(gxinjury completion bash)"，zsh 同理；'
        "fish 用 gxinjury completion fish | source。",
        en='Completion: eval "$(gxinjury completion bash)" in bash, likewise in zsh; gxinjury completion fish | source '
        "in fish.",
    ),
)
TOPICS: Final[Mapping[str, tuple[Text, tuple[Text, ...]]]] = {
    "case-file": (Text(zh="案情文件", en="the case file"), _CASE),
    "dates": (Text(zh="日期与金额的写法", en="how days and amounts are written"), _DATES),
    "reading": (Text(zh="条文理解的口径", en="how unclear clauses are read"), _READINGS),
    "paper": (Text(zh="打印与工作簿", en="paper and workbooks"), _PAPER),
    "terminal": (Text(zh="终端", en="the terminal"), _TERMINAL),
}
"""What there is help on beside the commands: what each is called, and what is said."""


def run(asked: Namespace, language: Language) -> str:
    """Answer ``gxinjury help``: on a command, on a topic, or on what there is help on."""
    commands, topic = make_parser(language).commands, asked.topic
    if topic in commands:
        return commands[topic][1].format_help().rstrip()
    if topic is None:
        return printed(_overview({name: called for name, (called, _) in commands.items()}, language))
    if topic in TOPICS:
        return printed(_topic(topic, language))
    known = [*TOPICS, *commands]
    begun = [name for name in known if name.startswith(topic.lower())]
    near = (*begun, *difflib.get_close_matches(topic, known, cutoff=0))[0]
    raise refusal("no_topic", given=shown(topic), nearest=near)


@as_page
def _overview(commands: Mapping[str, str], page: Page) -> Iterator[Part]:
    yield Title(page.say("topics"))
    yield Heading(page.say("commands"))
    yield Grid([*commands.items()], indent=2)
    yield Heading(page.say("subjects"))
    yield Grid([[name, page.written(called)] for name, (called, _) in TOPICS.items()], indent=2)


@as_page
def _topic(topic: str, page: Page) -> Iterator[Part]:
    called, told = TOPICS[topic]
    yield Title(page.written(called))
    yield from (Line(page.written(text)) for text in told)
    if topic == "case-file":
        for field in fields_of(Sections):
            yield from _section(field, page)


def _section(field: FieldOf, page: Page) -> Iterator[Part]:
    """Yield a section with its keys, read off the record that it is."""
    several = get_args(field.kind)
    kind = several[0] if several else field.kind
    label = _PROGRESS if field.name == "progress" else field.label
    told = page.say(_ONE_EACH, told=label) if several else page.say(label)
    keys = [] if prints_itself(kind) else [*fields_of(kind)]
    named = field.name if not keys else f"[[{field.name}]]" if several else f"[{field.name}]"
    yield Gap()
    yield Line(page.say(_NEEDED, told=told) if field.needed else told, label=named)
    rows = [[one.name, page.say(_NEEDED, told=one.label) if one.needed else page.say(one.label)] for one in keys]
    yield Grid(rows, indent=2, is_list=True)
