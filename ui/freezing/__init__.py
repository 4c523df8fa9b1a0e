"""What `build_installer.spec` builds the frozen program by; nothing here runs in the program."""
