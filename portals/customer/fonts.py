"""The typefaces a theme may name. They are ours to serve, so a page asks no other host for anything."""

from dataclasses import dataclass

from django.templatetags.static import static

RUPEE = "U+20B9"  # a file of its own: Google's Latin subsets leave the sign out


@dataclass(frozen=True)
class Family:
    """A family: its main file with the weights in it, the file that holds the rupee sign, and what to show until then."""

    name: str
    file: str
    weights: str
    rupee: str
    fallback: str


FAMILIES = {
    family.name: family
    for family in (
        Family("Rozha One", "rozha-one-400.woff2", "400", "rozha-one-rupee.woff2", "Georgia, serif"),
        Family("Anek Latin", "anek-latin-400-700.woff2", "400 700", "anek-latin-rupee.woff2", "system-ui, sans-serif"),
        Family("Familjen Grotesk", "familjen-grotesk-400-700.woff2", "400 700", "familjen-grotesk-rupee.woff2", "system-ui, sans-serif"),
    )
}  # fmt: skip


def address(file: str) -> str:
    return static(f"customer/fonts/{file}")


def family(name: str) -> Family | None:
    """Return the family, or None when the theme names one we do not have: the system's own font is shown then."""
    return FAMILIES.get(name)


def faces(found: Family) -> str:
    """Return the @font-face rules of a family."""
    start = f'@font-face{{font-family:"{found.name}";font-style:normal;font-display:swap;font-weight:{found.weights};'
    main = f'{start}src:url("{address(found.file)}") format("woff2")}}'
    return main + f'{start}src:url("{address(found.rupee)}") format("woff2");unicode-range:{RUPEE}}}'
