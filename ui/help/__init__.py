"""Help that needs no network: one page for each screen, in Swedish, from resources/help."""
