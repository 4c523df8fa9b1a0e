"""Report objects built from a plan, before any format."""

from nvworkshop.reports.books import build_book, build_list, build_reply_form
from nvworkshop.reports.data import PlanData
from nvworkshop.reports.document import build_document

__all__ = ["PlanData", "build_book", "build_document", "build_list", "build_reply_form"]
