"""What the lists of clauses, readings and figures say (名录的用语)."""

from typing import Final

TEXTS: Final = {
    "encoded": ("已实现", "encoded"),
    "not_encoded": ("未实现", "not encoded"),
    "issued": ("{issued} 印发", "issued {issued}"),
    "member": ("{says}（{name}{default}）", "{name}{default}: {says}"),
    "default": ("，默认", " (default)"),
    "why": ("理由：{why}", "why: {why}"),
}
