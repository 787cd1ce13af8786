"""What stands on the shelves when a simulation begins: few things, at prices that round badly."""

from __future__ import annotations

from infra.simulate.model.discount import Code
from infra.simulate.model.goods import Good, Terms

TERMS = Terms()
STATES = {"ravi": "27", "meera": "29", "ira": "27"}
PANS = {"ravi": "AAPFS0011A", "meera": "AAPFS0012B", "ira": "AAPPS0013C"}  # ira is a person: TDS above a limit
OWN = ("ravi", "meera")  # the brand's own: gift cards pay for their goods
TARIFFS = {"standard": "33049990", "merit": "69120010", "cloth": "62114290"}
CUSTOMERS = {"asha": "27", "ben": "29", "chitra": "07"}


def goods() -> list[Good]:
    return [
        Good("serum", "ravi", 49_900, "standard", 300, 12),
        Good("lamp", "ravi", 31_337, "standard", 1_400, 4),
        Good("bowl", "meera", 33_333, "merit", 800, 9),
        Good("kurta", "meera", 264_900, "cloth", 450, 6),
        Good("kurtaxl", "meera", 259_900, "cloth", 480, 5, "kurta"),
        Good("pin", "meera", 333, "merit", 10, 40),
        Good("loom", "ira", 9_900_700, "standard", 950, 12),
    ]


def codes() -> list[Code]:
    return [
        Code("BRAND10", percent_bp=1_000),
        Code("SHARED15", percent_bp=1_500, brand_bp=3_333, sellers=("ravi", "ira")),
        Code("OWN20", percent_bp=2_000, brand_bp=0, sellers=("meera",)),
        Code("FLAT75", amount=7_500),
        Code("FEW", amount=9_999, brand_bp=5_000, sellers=("meera", "ravi"), uses_max=3),
        Code("CARRIED", free_delivery=True),
        Code("THIRD", percent_bp=10_000, buy=2, get=1, brand_bp=2_500, sellers=("meera",), priority=3),
        Code("HALFTHIRD", percent_bp=5_000, buy=2, get=1, cap=60_000),
        Code("EACH299", piece_price=29_900, brand_bp=0, sellers=("ravi",), priority=-1),
        Code("CAPPED30", percent_bp=3_000, cap=20_001, least=50_000),
        Code("ALONE12", percent_bp=1_200, alone=True),
        Code("always on the loom", percent_bp=333, brand_bp=5_000, sellers=("ira",), automatic=True, priority=2),
    ]
