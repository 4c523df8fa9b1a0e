"""Reading plan files from outside: a child process parses, this process gets plain data.

Import from `pool`; this file stays empty, because the child process imports it too.
"""
