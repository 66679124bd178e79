"""How invented minutes begin that several tests go on with, each in its own way."""

HAVNEUDVALGET = """Havneudvalget
Referat
Mødedato: tirsdag den 5. maj 2026

1. Godkendelse af dagsorden
Beslutning
Godkendt.

2. Nye lygter på molen
Sagsnr.: 2026-00112
"""
