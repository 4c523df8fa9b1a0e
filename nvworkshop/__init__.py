"""NV Workshop: local joint action plans for Nära vård, from workshop to follow-up."""

__version__ = "0.3.0"
