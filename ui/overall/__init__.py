"""The place Övergripande plan: the county's plan by shift, huvudman, decision and coverage."""
