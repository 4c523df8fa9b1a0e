"""Sample plans to practise on: four länsdelar, an overall plan, and the script that makes them."""
