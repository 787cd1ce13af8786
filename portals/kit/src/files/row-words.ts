import { t } from "@kit/i18n/t";
import type { ResultRow } from "./types";

/** What is said of a row, by code. The server fills the English one; a test holds both to the same words. */
const rowWords = (gaps: Record<string, string>): Record<string, string> => ({
  barcode_unread: t("“{cell}” is no barcode: it has 8 to 14 digits. Set the column to text if it shows 8.9E+12.", gaps),
  category_unknown: t("There is no category “{name}”. Say on the mapping which of yours it is.", gaps),
  cell_error: t("This cell holds an error of the spreadsheet ({value}). Write the value itself.", gaps),
  cell_formula: t("This is a formula. Formulas are not worked out here: paste its value instead.", gaps),
  cell_long: t("This cell has {count} characters; at most {most} are read.", gaps),
  cell_nul: t("There is a NUL byte in this cell. Write it again.", gaps),
  cell_signs: t("There are signs in this cell that no text can hold. Write it again.", gaps),
  choice_unknown: t("“{cell}” is not one of {words}.", gaps),
  country_unknown: t("“{cell}” is no country that is known here. Write its two letters, such as IN.", gaps),
  days_most: t("At most 60 days.", gaps),
  draft_again: t("It was archived and is a draft again.", gaps),
  foreign: t("Another seller wrote this product: only price and stock are taken from this row.", gaps),
  hsn_unread: t("“{cell}” is no HSN code: it has 4, 6 or 8 digits. Did the sheet drop a zero in front?", gaps),
  mrp_below: t("The MRP may not be below the price.", gaps),
  must_agree: t(
    "“{title}” is {status}: the brand must agree to other words and new variants. Leave the columns that describe it empty to change price and stock alone.",
    gaps,
  ),
  no_draft: t("It is {status} by now and no draft any more; change it by hand.", gaps),
  not_yet: t("Not reached yet.", gaps),
  pairs_unread: t("Write specifications as name=value, with | between them.", gaps),
  picture_left: t("Pictures are not fetched from addresses; add them on the product’s page.", gaps),
  picture_only: t("Only a picture: pictures are not fetched from addresses.", gaps),
  price_above: t("The price would be above the MRP that is there. Give the MRP too.", gaps),
  price_comma: t("“{cell}” has a comma before its last digits. Write it with a point, such as 1299.00.", gaps),
  price_most: t("“{cell}” is above one crore, the most that a price may be.", gaps),
  price_none: t("Give the price beside the MRP.", gaps),
  price_parts: t("“{cell}” has parts smaller than a paisa. Round it to two places.", gaps),
  price_range: t("A price must be above zero and below one crore.", gaps),
  price_unread: t("“{cell}” is not a price. Write it as 1299.00.", gaps),
  price_zero: t("“{cell}” is not above zero.", gaps),
  row_cells: t(
    "This row has {count} cells, the header has {width}. Put cells with a comma or line break in quotes.",
    gaps,
  ),
  row_right: t("There are cells to the right of the last named column. Name the column, or empty them.", gaps),
  seller_none: t("Whose is this? Name the seller in a column, or choose one for the whole file.", gaps),
  seller_other: t("“{name}” is not your shop. Leave this column out.", gaps),
  seller_unknown: t("There is no active seller “{name}”.", gaps),
  sku_elsewhere: t("The SKU “{sku}” belongs to another product, “{title}”.", gaps),
  sku_long: t("A SKU has at most {most} characters; this one has {count}.", gaps),
  sku_none: t("This row has no SKU. Give each variant one of its own.", gaps),
  sku_twice: t("The SKU “{sku}” came before in line {line}. Keep one of the two rows.", gaps),
  sku_used: t("The SKU “{sku}” is used by another product already. Choose another.", gaps),
  stock_held: t("{count} units are held for orders, so there cannot be fewer.", gaps),
  stock_no_count: t("It has no count of its own, so nothing was counted.", gaps),
  stock_no_offer: t("Without a price there is no offer, so nothing was counted.", gaps),
  text_long: t("This has {count} characters; at most {most} are kept. Shorten it.", gaps),
  title_none: t("This product is new here and has no title. Give it one.", gaps),
  undo_changed: t("The {part}’s {field} was changed since.", gaps),
  undo_gone: t("The {part} is not there any more.", gaps),
  undo_held: t("{count} units are held for orders.", gaps),
  undo_state: t("“{title}” is {status} by now. Take it out of the shop by hand.", gaps),
  undo_stays: t("This row stays as it is.", gaps),
  undo_stock: t("The stock was counted or sold since.", gaps),
  undone: t("Taken back.", gaps),
  weight_unread: t("“{cell}” is not a weight in kilograms, such as 0.75.", gaps),
  whole_most: t("“{cell}” is more than {most}.", gaps),
  whole_unread: t("“{cell}” is not a whole number from 0 up.", gaps),
});

/** States and parts that stand within a sentence; names of people and goods stay as they are. */
const inside = (): Record<string, string> => ({
  active: t("active"),
  archived: t("archived"),
  draft: t("draft"),
  "handling days": t("handling days"),
  offer: t("offer"),
  "on hand": t("on hand"),
  product: t("product"),
  proposed: t("proposed"),
  published: t("published"),
  rejected: t("rejected"),
  variant: t("variant"),
});
const TRANSLATED = ["status", "part", "field"];

/** The message of a row in the chosen language; a sentence that is not known here keeps the server's words. */
export function rowMessage({ message, told }: Pick<ResultRow, "message" | "told">): string {
  if (told.length === 0 || told.some(({ code }) => !(code in rowWords({})))) return message;
  const known = inside();
  return told
    .map(({ code, params }) => {
      const gaps = Object.entries(params).map(([name, value]) => [
        name,
        TRANSLATED.includes(name) ? (known[value] ?? value) : value,
      ]);
      return rowWords(Object.fromEntries(gaps))[code];
    })
    .join(" ");
}
