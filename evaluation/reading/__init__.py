"""How well files are read: what a reading says, held against what a person has written down."""
