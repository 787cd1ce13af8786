"""What a column may be. A column can also be a variant's option (`option:Colour`) or a specification (`spec:Material`)."""

from __future__ import annotations

from dataclasses import dataclass

PAIRS = ("option:", "spec:")


@dataclass(frozen=True, slots=True)
class Target:
    """`why` is said where the column is chosen; `is_offer` is what a seller may set on another's product."""

    code: str
    label: str
    why: str = ""
    is_offer: bool = False
    is_needed: bool = False


TARGETS: dict[str, Target] = {
    one.code: one
    for one in (
        Target("sku", "SKU", "Names one variant for ever. Every row needs one.", is_needed=True),
        Target("handle", "Product handle", "Rows with the same handle are variants of one product."),
        Target("title", "Title", "A product that is new needs one."),
        Target("description", "Description"),
        Target("description_html", "Description (HTML)", "Tags are taken away, the text stays."),
        Target("category", "Category", "A short name, a name, or a path such as Home >> Kitchen >> Bowls."),
        Target("price", "Price", "What customers pay, with taxes.", is_offer=True),
        Target("mrp", "MRP", "Maximum retail price; not below the price.", is_offer=True),
        Target("stock", "Stock", "Units on the shelf now.", is_offer=True),
        Target("handling_days", "Handling days", "", is_offer=True),
        Target("offer_status", "Offer status", "active or paused", is_offer=True),
        Target("seller", "Seller", "The seller’s short name; for the brand’s staff alone."),
        Target("hsn", "HSN code", "4, 6 or 8 digits."),
        Target("country_of_origin", "Country of origin", "IN, or a country’s name."),
        Target("manufacturer", "Manufacturer", "Name and address, as the law wants them shown."),
        Target("importer", "Importer", "Name and address; for goods from abroad."),
        Target("packer", "Packer", "Name and address, where it is not the manufacturer."),
        Target("net_quantity", "Net quantity", "Such as 500 ml, or 2 N."),
        Target("weight_g", "Weight in grams"),
        Target("weight_kg", "Weight in kilograms"),
        Target("barcode", "Barcode", "EAN, UPC or GTIN."),
        Target("tags", "Tags", "Separated by | or commas."),
        Target("specifications", "Specifications", "name=value, separated by |."),
        Target("option1_name", "Option 1 name"),
        Target("option1_value", "Option 1 value"),
        Target("option2_name", "Option 2 name"),
        Target("option2_value", "Option 2 value"),
        Target("option3_name", "Option 3 name"),
        Target("option3_value", "Option 3 value"),
        Target("status", "Product status", "Only “archived” counts: such a product is not brought back."),
        Target("picture", "Picture address", "Not fetched: add pictures on the product’s page."),
    )
}


def is_target(code: str) -> bool:
    """An empty code is a column that is left out."""
    name = next((code.removeprefix(kind) for kind in PAIRS if code.startswith(kind)), None)
    return code in TARGETS or code == "" or (name is not None and 0 < len(name.strip()) <= 60)


def label_of(code: str) -> str:
    return TARGETS[code].label if code in TARGETS else code.partition(":")[2] or code
