"""Reading files from outside in a child process that can be stopped; used by each format's reader.

This file stays empty, because the child processes import it too.
"""
