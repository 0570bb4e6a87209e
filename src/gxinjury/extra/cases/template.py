"""A case file to fill in (案情文件模板), as TOML: every key that there is, commented out, with what to write there.

It is read off the sections of the case file, as its reader reads them: a field more is a key more.
"""

from collections.abc import Iterator
from datetime import date, datetime
from enum import Enum
from typing import Any, Final, get_args

from gxinjury.codec.choices import member_name
from gxinjury.codec.forms import form_of, forms_in
from gxinjury.codec.kinds import Form, Listed, OneOf, Readings, Record
from gxinjury.codec.names import readings_by_name
from gxinjury.extra.cases.field_notes import members_of, note_on, plain_form
from gxinjury.extra.cases.layout import Sections
from gxinjury.facts import Yuan
from gxinjury.fields import FieldOf, field_of
from gxinjury.money import Rate
from gxinjury.privacy import Discreet
from gxinjury.texts import Language, Text

__all__ = ["template"]

_SAMPLES: Final[dict[Any, str]] = {
    date: "2016-06-30",
    datetime: "2016-06-30T09:10:00+08:00",
    Yuan: "1000.00",
    Rate: '"50%"',
    bool: "true",
    int: "1",
    Discreet: '"450103198001011233"',
}
_SOME_TEXT: Final = '"…"'
_HEAD: Final = Text(
    zh="案情文件：去掉行首的“# ”并改成实际的值；不填的各行保持原样。以 ## 开头的是说明。文本加英文引号。\n"
    "[[…]] 是可以重复的一节：每笔、每人、每起各写一节。填好后运行 gxinjury assess。",
    en='A case file: take "# " off the lines that you fill in, leave the others. Lines with ## say what to write. '
    "Texts\nstand in quotes. A section headed [[…]] is written once for each. Then run gxinjury assess.",
)
_IN_TOML: Final[dict[Any, Text]] = {
    bool: Text(zh="true（是）或 false（否）", en="true or false"),
    datetime: Text(zh="日期和时刻，带时区", en="day and time, with the offset from UTC"),
    Discreet: Text(zh="证件号码，加引号", en="the number of an id, in quotes"),
    Listed: Text(zh="多项写在方括号内，用逗号隔开", en="several stand in brackets, with commas between"),
    OneOf: Text(zh="true（是）、false（否），或者起始日期", en="true, false, or the day from which"),
}
_NAMED: Final = Text(zh="{label}：{note}", en="{label}: {note}")


def template(language: Language) -> str:
    """Return a case file in TOML with every key commented out.

    >>> template("zh").splitlines()[4:8]
    ['# relief = "50%"', '', '## 施工合同', '# [contract]']
    """
    head = [f"## {line}" for line in _HEAD.say(language).splitlines()]
    return "\n".join([*head, *_table(Sections, "", language), ""])


def _table(kind: type[Any], path: str, language: Language) -> Iterator[str]:
    """Yield the keys of a record, those with values of their own first, as TOML wants them."""
    below: list[tuple[FieldOf, Form]] = []
    if path == "":
        yield ""
    for field, whole in forms_in(kind):
        form = plain_form(whole)
        if _is_table(form):
            below.append((field, form))
        else:
            yield from _key(field, form, kind, language)
    for field, form in below:
        at = f"{path}.{field.name}".removeprefix(".")
        item: Any = form.inner if isinstance(form, Listed) else form
        yield from ("", f"## {field.label.say(language)}", f"# [[{at}]]" if isinstance(form, Listed) else f"# [{at}]")
        yield from _readings(language) if isinstance(form, Readings) else _table(item.kind, at, language)


def _is_table(form: Form) -> bool:
    return isinstance(form, Record | Readings) or (isinstance(form, Listed) and isinstance(form.inner, Record))


def _key(field: FieldOf, form: Form, owner: type[Any], language: Language) -> Iterator[str]:
    """Yield what to write at a key, and the key with a value of its kind."""
    note = note_on(field, owner, language, required=field.needed and not field.optional, instead=_IN_TOML)
    label = field.label.say(language)
    yield f"## {_NAMED.say(language, label=label, note=note) if note else label}"
    yield f"# {field.name} = {_sample(field, form)}"


def _readings(language: Language) -> Iterator[str]:
    """Yield the readings, each with its default."""
    for name, kind in readings_by_name("gxinjury").items():
        field = field_of(kind, name, kind, None)
        members = ", ".join(f"{one.name} ({one.says.say(language)})" for one in kind)
        yield f"## {_NAMED.say(language, label=kind.question, note=members)}"
        yield f"# {name} = {_sample(field, form_of(kind))}"


def _sample(field: FieldOf, form: Form) -> str:
    """Return a value of a field's kind as TOML has it: its default where it has one."""
    if isinstance(form, OneOf) and form.record is not None:
        inner = ", ".join(f"{one.name} = {_sample(one, plain_form(of))}" for one, of in forms_in(form.record.kind))
        return f"{{ {inner} }}"
    if isinstance(form, Listed):
        return f"[{_SAMPLES[get_args(field.kind)[0]]}]"
    if isinstance(field.default, bool):
        return str(field.default).lower()
    if members := members_of(field.kind):
        return _named(members[0])
    return _SAMPLES.get(field.kind, _SOME_TEXT)


def _named(member: Enum) -> str:
    name = member_name(member)
    return name if name.isdigit() else f'"{name}"'
