"""A decision to keep (决定的存证): a receipt holds a question, its facts, answer and reasons; replay asks it again.

:func:`gxinjury.receipts.keeping.receipt` makes plain data of an explanation, which JSON can hold.
:func:`gxinjury.receipts.replaying.replay` reads it back years later, asks the same question under the law it was asked
under, and says what is the same, what differs and why.
"""

from gxinjury.receipts.differences import Difference
from gxinjury.receipts.keeping import SCHEMA, receipt
from gxinjury.receipts.replaying import Replay, replay

__all__ = ["SCHEMA", "Difference", "Replay", "receipt", "replay"]
