"""How to read the notice on papers and names (登记材料与更名的口径), clauses NN-1.2, NN-1.3.4 and NN-5.4."""

from gxinjury.law.clauses import NN
from gxinjury.statutes import Reading
from gxinjury.texts import Text


class RegistrationPapers(
    Reading,
    clause=NN.clause("1.2"),
    question=Text(zh="登记缴费应交哪份清单上的材料", en="which list of registration papers holds"),
    why=Text(
        zh="正文是规定，附件1的注只是填表说明。",
        en="The body lays down the papers; the note of annex 1 only tells how to use the form.",
    ),
):
    """Which of the notice's two lists of registration papers holds."""

    BODY = Text(zh="通知正文的清单", en="the list in the body")
    ANNEX_NOTE = Text(
        zh="附件1注的清单，不含中标通知书和花名册",
        en="the list in annex 1's note, with neither award notice nor roster",
    )


class NameChangeFrom(
    Reading,
    clause=NN.clause("1.3.4"),
    question=Text(zh="更名手续的30日自何时起算", en="from when the 30 days of a change of name run"),
    why=Text(
        zh="手续须凭批准文件或有效证明办理，此前无从办理。",
        en="The procedure takes the approval or other proof, and cannot begin before it is there.",
    ),
):
    """From when the limit for reporting a changed name runs."""

    DOCUMENT = Text(zh="取得批准文件或有效证明之日", en="the day of the approval or other proof")
    CHANGE = Text(zh="名称变更之日", en="the day the name changed")


class CompletionEndsRelation(
    Reading,
    clause=NN.clause("5.4"),
    question=Text(
        zh="项目竣工是否当然终止五至十级职工的工伤保险关系，并发给两项一次性补助金",
        en="whether completion ends the relation by itself, and makes both termination subsidies due",
    ),
    why=Text(
        zh="通知要求依条例和自治区办法办理；桂政发〔2018〕62号自2019年起由职工在竣工时自行提出。",
        en="The notice refers to the Regulation and the region's rules, which from 2019 leave it to the worker.",
    ),
):
    """Whether the completion of a project ends the relation of workers of grades 5 to 10, and with it what is due."""

    WORKER_MAY = Text(zh="由职工提出", en="the worker may end it")
    AT_COMPLETION = Text(zh="竣工即终止", en="it ends at completion, to the letter")
