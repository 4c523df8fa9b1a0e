"""Written reports: a plan told in words, by templates in Markdown that people can have own of."""

from nvworkshop.reports.prose.registry import REPORTS, ReportKind
from nvworkshop.reports.prose.writing import write_document

__all__ = ["REPORTS", "ReportKind", "write_document"]
