"""Tables from outside read as proposals for a plan: rows found again, columns understood."""
