"""What the journeys stand on: a server on its own demo, a robot that speaks HTTP, a visitor in a real browser."""
