"""What a lawyer and a clerk read: the register in the notices' words, messages that somebody can mend by."""

from pathlib import Path
from typing import Final

import pytest

from gxinjury.cli import main
from gxinjury.law.clauses import GX, NN

REGISTER: Final = {
    "GX-4.1": ("调度机制", "交换数据", "联合办理", "督导", "人社快办", "网上办", "掌上办", "适时通报"),
    "GX-4.1.2": ("人力资源社会保障部门会同本级邮政管理部门",),
    "GX-3.2.1": ("持有备案回执", "分支机构名录", "督促快递企业和列入分支机构名录的网点"),
    "GX-4.2": ("考核机制", "快递员满意度调查"),
    "GX-4.3": ("五年行动计划", "桂人社发〔2021〕19号", "会同邮政管理等行业主管部门"),
    "NN-1.1.6": ("及时",),
    "NN-3.1.1": ("工伤保险参保人员",),
    "NN-3.2.1": ("用人单位已为其办妥参保手续", "项目工地以外"),
    "NN-3.2.3": ("人力资源和社会保障行政部门",),
    "NN-4.1": ("人力资源和社会保障行政部门",),
    "NN-4.3": ("未按规定申请", "逾期的也在内", "人力资源和社会保障行政部门"),
    "NN-5.2": ("难以按本人工资计发",),
    "NN-5.3": ("停工期间的法定待遇",),
    "NN-5.5": ("审核符合规定后", "由社会保险经办机构支付"),
    "NN-6.1": ("市城乡建设行政主管部门",),
    "NN-6.3": ("人力资源和社会保障行政部门统一的格式",),
    "NN-6.4": ("人力资源和社会保障行政部门、建设主管部门",),
}
"""Words of a clause in the register, from the notice."""

_OPENING: Final = "[contract]\nprice = 100000000\ncommencement = 2015-03-01\ncompletion = 2017-03-01\n"

MESSAGES: Final = {
    "marks between thousands": (
        "[contract]\nprice = 23,856,000\n",
        "第2行 price：金额不要写千分位逗号，请写 23856000",
    ),
    "a day with points": (_OPENING.replace("2015-03-01", "2015.11.1"), "第3行 commencement：日期请写 2015-11-01"),
    "a day in Chinese": (_OPENING.replace("2015-03-01", "2015年11月1日"), "第3行 commencement：日期请写 2015-11-01"),
    "Chinese quotes": ("[contract]\nprice = “100”\n", '第2行 price：用了中文引号“”，请改用英文引号 "'),
    "Chinese keys": ("[合同]\n合同总造价 = 1\n", "键名须用英文：合同→contract，合同总造价→price"),
    "a payment of 2005": (
        f"{_OPENING}[[payments]]\namount = 1\npaid_on = 2005-10-30\n",
        "第1笔缴费的缴费日为2005-10-30，早于通知施行（2015年），年份是否有误？",
    ),
    "a price in units of 10,000": (_OPENING.replace("100000000", "2385.6"), "单位是否应为万元"),
}
"""What was typed in a case file, and what is said of it."""

CALLS: Final = {
    "another command": (["obligation", "x.toml"], "没有命令 obligation，是否应为 obligations（义务与期限）？"),
    "a calendar in Chinese": (["assess", "x.toml", "--calendar", "广西"], "是否应为 guangxi（广西）？"),
    "no file": (["assess"], "请写出案情文件，如 gxinjury assess case.toml"),
}


@pytest.mark.parametrize("clause", REGISTER)
def test_the_register_says_what_the_notice_says(clause: str) -> None:
    """And none of the words that are another law's, or of commercial insurance."""
    instrument, _, number = clause.partition("-")
    says = {"GX": GX, "NN": NN}[instrument].clause(number).says.zh
    assert [word for word in REGISTER[clause] if word not in says] == []
    assert [word for word in ("社会保险行政部门", "被保险人") if word in says] == []


@pytest.mark.filterwarnings("ignore::gxinjury.errors.StaleFigureWarning")
@pytest.mark.parametrize("name", MESSAGES)
def test_a_clerk_can_mend_by_what_is_said(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The line, the word and what to write."""
    typed, said = MESSAGES[name]
    file = tmp_path / "案情.toml"
    file.write_text(typed, "utf-8")
    main(["assess", str(file), "--lang", "zh"])
    told = capsys.readouterr()
    assert said in (told.out + told.err).replace("\n", "")


@pytest.mark.parametrize("name", CALLS)
def test_a_wrong_call_is_answered_in_chinese(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """With the nearest right one."""
    given, said = CALLS[name]
    assert main([*given, "--lang", "zh"]) == 2
    assert said in capsys.readouterr().err
