"""`nvworkshop --selftest`: the program tries itself, in a folder that is gone afterwards.

It shows that a frozen program has all it needs, that it calls nobody and that it writes nowhere
else. The option is for those who build the program and those who install it.
"""
