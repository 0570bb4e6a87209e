"""Records to plain data and back (记录与数据的互换), and JSON Schema: read off what a record says of its fields.

``load`` makes a record of data and tells every fault at once; ``dump`` makes data of a record, whole results
included; ``schema`` describes the data. Nothing to install, and nothing written again for a record.
"""

from gxinjury.codec.dumping import dump, dump_facts
from gxinjury.codec.faults import CodecError, Fault, FileError
from gxinjury.codec.limits import Limits
from gxinjury.codec.loading import load, load_facts
from gxinjury.codec.shapes import schema

__all__ = ["CodecError", "Fault", "FileError", "Limits", "dump", "dump_facts", "load", "load_facts", "schema"]
