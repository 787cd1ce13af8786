"""A small brand folder to apply and to break."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

TOML = """\
[brand]
slug = "cedar"
name = "Cedar"
legal_name = "Cedar Retail Private Limited"
order_prefix = "CDR"
document_code = "CD"
home_state = "27"
gstin = "27AAHCR4821M1Z0"
auto_approve_products = true

[contact]
email = "hello@cedar.example"
phone = "+912240001616"
address = "1 Fort"
city = "Mumbai"
pin = "400001"
state = "27"

[grievance_officer]
name = "Farah"
designation = "Grievance Officer"
email = "grievance@cedar.example"
phone = "+912240001617"

[policies]
return_window_days = 7
cod = true
cod_fee = "35.00"
cod_cap = "5000.00"

[shipping]
base_fee = "49.00"
free_above = "699.00"

[[commission_rules]]
name = "Glass"
category = "glass"
percent = "18.00"
valid_from = "2026-04-01"

[[commission_rules]]
name = "Everything else"
percent = "12.50"
cap = "450.00"
valid_from = 2026-04-01

[theme]
background = "#ffffff"
surface = "#ffffff"
text = "#111111"
muted = "#555555"
primary = "#7a0e45"
on_primary = "#ffffff"
accent = "#f5b041"
border = "#dddddd"
heading_font = "Serif"
body_font = "Sans"
logo = "theme/logo.svg"

[navigation]
main = [
  { label = "Glass", category = "glass" },
]
footer = [{ label = "About", page = "about" }]

[[home]]
kind = "product_row"
title = "Glass"
category = "glass"

[[categories]]
slug = "glass"
name = "Glass"

[[categories]]
slug = "tumblers"
name = "Tumblers"
parent = "glass"

[[staff]]
name = "Zoya"
email = "zoya@cedar.example"
role = "owner"

[[sellers]]
slug = "ravi-glass"
name = "Ravi Glass"
legal_name = "Ravi Glass LLP"
pan = "AAPFR6174K"
gstin = "27AAPFR6174K1ZW"
state = "27"
address = "14 Road"
city = "Mumbai"
pin = "400012"
bank_account = "50200071834466"
ifsc = "HDFC0004218"
account_holder = "Ravi Glass LLP"
owner = { name = "Ravi", email = "ravi@cedar.example" }

[[sellers]]
slug = "meera-glass"
name = "Meera Glass"
legal_name = "Meera Glass LLP"
pan = "AAPFM6174K"
gstin = "29AAPFM6174K1ZW"
state = "29"
address = "14 Road"
city = "Bengaluru"
pin = "560001"
bank_account = "50200071834467"
ifsc = "HDFC0004218"
account_holder = "Meera Glass LLP"
owner = { name = "Meera", email = "meera@cedar.example" }
"""
HEADER = (
    "handle,title,category,seller,sku,option1_name,option1_value,option2_name,option2_value,price,mrp,stock,hsn,"
    "country_of_origin,weight_g,net_quantity,manufacturer,tags,image,specifications,description"
)
ROW = (
    "{handle},Ribbed tumbler,tumblers,{seller},{sku},Pack,{pack},,,{price},450.00,12,70133700,IN,560,{pack},"
    '"Bhatti LLP, Firozabad",everyday|glass,products/tumbler.svg,Capacity=300 ml|Glass=Soda lime,"Twelve ribs.\nBlown."'
)
ROWS = [
    ROW.format(handle="ribbed-tumbler", seller="ravi-glass", sku="RT-2", pack="Set of 2", price="390.00"),
    ROW.format(handle="ribbed-tumbler", seller="ravi-glass", sku="RT-6", pack="Set of 6", price="440.00"),
    ROW.format(handle="ribbed-tumbler", seller="meera-glass", sku="RT-2", pack="Set of 2", price="385.00"),
    ROW.format(handle="plain-tumbler", seller="meera-glass", sku="PT-1", pack="1 piece", price="99.50"),
]
PAGE = "---\ntitle: About us\n---\n\nWe sell *glass*. <script>alert(1)</script>\n"
SVG = "<svg xmlns='http://www.w3.org/2000/svg'/>"


def write_brand(folder: Path, *, toml: str = TOML, rows: list[str] | None = None, page: str = PAGE) -> Path:
    (folder / "theme" / "products").mkdir(parents=True, exist_ok=True)
    (folder / "pages").mkdir(exist_ok=True)
    (folder / "brand.toml").write_text(toml, encoding="utf-8")
    (folder / "catalogue.csv").write_text(
        "\n".join([HEADER, *(ROWS if rows is None else rows)]) + "\n", encoding="utf-8"
    )
    (folder / "pages" / "about.md").write_text(page, encoding="utf-8")
    (folder / "theme" / "logo.svg").write_text(SVG, encoding="utf-8")
    (folder / "theme" / "products" / "tumbler.svg").write_text(SVG, encoding="utf-8")
    return folder
