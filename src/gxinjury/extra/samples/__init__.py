"""Invented tables to try things on (样本数据): projects, workers, injuries, roster reports, hard cases too.

Nobody in them lives, and no column holds an id. The same ``n`` and ``seed`` give the same rows on any platform, and a
longer table begins with the shorter one. Of each hundred rows exactly as many are of a kind as ``SHARES`` tells.
"""

from gxinjury.extra.samples._drawing import Engine
from gxinjury.extra.samples.injuries import sample_injuries
from gxinjury.extra.samples.projects import sample_projects
from gxinjury.extra.samples.reports import sample_reports
from gxinjury.extra.samples.shares import SHARES
from gxinjury.extra.samples.workers import sample_workers

__all__ = ["SHARES", "Engine", "sample_injuries", "sample_projects", "sample_reports", "sample_workers"]
