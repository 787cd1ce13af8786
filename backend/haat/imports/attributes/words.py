"""The words that the rules look for. Longer ones come first, so that “Rose Gold” is not Gold."""

from __future__ import annotations

import re

COLOURS = (
    "Rose Gold, Off White, Navy Blue, Sky Blue, Dark Blue, Light Blue, Royal Blue, Dark Green, Light Green, Dark Brown, Light Brown, "
    "Dark Grey, Light Grey, Multicolor, Multicolour, Black, White, Red, Blue, Green, Yellow, Pink, Purple, Orange, Brown, Beige, Grey, "
    "Gray, Maroon, Cream, Silver, Golden, Turquoise, Magenta, Violet, Khaki, Olive, Peach, Tan, Navy, Teal, Mustard, Coral, Lavender, Ivory"
)
MATERIALS = (
    "Stainless Steel, Sterling Silver, Genuine Leather, Artificial Leather, PU Leather, Faux Leather, Solid Wood, Polyester, Polycarbonate, "
    "Cotton, Leather, Silk, Georgette, Chiffon, Crepe, Velvet, Denim, Linen, Wool, Woollen, Jute, Nylon, Lycra, Viscose, Rayon, Alloy, Brass, "
    "Copper, Steel, Iron, Aluminium, Plastic, Silicone, Rubber, Wooden, Wood, Bamboo, Ceramic, Porcelain, Glass, Crystal, Acrylic, Paper, Canvas, "
    "Satin, Net, Fabric, Metal, Resin, Marble, Terracotta, Foam"
)
PATTERNS = "Self Design, Floral Print, Printed, Solid, Striped, Checkered, Embroidered, Floral, Polka Print, Geometric Print, Woven, Abstract, Animal Print"
FOR = {
    r"\b(?:men|gents)(?:['\u2019]s)?\b": "Men", r"\b(?:women|ladies)(?:['\u2019]s)?\b": "Women", r"\bboys?(?:['\u2019]s?)?\b": "Boys",
    r"\bgirls?(?:['\u2019]s?)?\b": "Girls", r"\bunisex\b": "Unisex", r"\b(?:kids?|baby|babies|infants?)(?:['\u2019]s)?\b": "Children",
}  # fmt: skip
SAME = {"Multicolour": "Multicolor", "Gray": "Grey", "Woollen": "Wool", "Wooden": "Wood", "Golden": "Gold"}


def finder(words: str) -> re.Pattern[str]:
    """Whole words of a list, whatever their case."""
    names = sorted((re.escape(name.strip()) for name in words.split(",")), key=len, reverse=True)
    return re.compile(rf"\b({'|'.join(names)})\b", re.IGNORECASE)


COLOUR, MATERIAL, PATTERN = finder(COLOURS), finder(MATERIALS), finder(PATTERNS)
PACK = re.compile(r"\b(?:pack|set|combo)\s+of\s+(\d{1,4})\b", re.IGNORECASE)
MEASURE = re.compile(
    r"\b(\d{1,4}(?:\.\d{1,2})?)\s?(ml|l|ltr|litres?|kg|g|gm|cm|mm|inch(?:es)?|gb|tb|mah|w)\b(?!\s*/)", re.IGNORECASE
)
SIZES = re.compile(r"\bsize\s*[:\-]?\s*(free|xs|s|m|l|xl|xxl|3xl|\d{1,3})\b", re.IGNORECASE)
SLEEVE = re.compile(
    r"\b(full|half|short|long|three[- ]quarter|3/4th|sleeveless)[- ]?sleeves?\b|\b(sleeveless)\b", re.IGNORECASE
)
NECK = re.compile(r"\b(round|v|polo|mandarin|henley|collared|boat|crew)[- ]neck\b", re.IGNORECASE)
UNITS = {
    "ltr": "l",
    "litre": "l",
    "litres": "l",
    "gm": "g",
    "inches": "inch",
    "mah": "mAh",
    "gb": "GB",
    "tb": "TB",
    "w": "W",
}
STATED = re.compile(  # “Specifications of … Color BLACK Material Plastic”: a name that is known, then its value
    r"\b(Brand Color|Color|Colour|Material|Fabric|Pattern|Model (?:Number|ID|Name)|Occasion|Ideal For|Pack of|Warranty Summary)\s+"
    r"([A-Z0-9][\w%&+./'-]*(?:[ ,]+[A-Z0-9][\w%&+./'-]*)?)"
)
NAMES = {
    "Brand Color": "Colour", "Color": "Colour", "Fabric": "Material", "Model Number": "Model", "Model ID": "Model",
    "Model Name": "Model", "Pack of": "Pack of", "Ideal For": "Ideal for", "Warranty Summary": "Warranty",
}  # fmt: skip
