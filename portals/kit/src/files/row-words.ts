import { translate } from "@kit/i18n/language";
import { type KitWord, t } from "@kit/i18n/t";
import type { ResultRow } from "./types";

/** What is said of a row, by code. The server fills the English one; a test holds both to the same words. */
export const ROW_WORDS: Record<string, KitWord> = {
  barcode_unread: "“{cell}” is no barcode: it has 8 to 14 digits. Set the column to text if it shows 8.9E+12.",
  category_unknown: "There is no category “{name}”. Say on the mapping which of yours it is.",
  cell_error: "This cell holds an error of the spreadsheet ({value}). Write the value itself.",
  cell_formula: "This is a formula. Formulas are not worked out here: paste its value instead.",
  cell_long: "This cell has {count} characters; at most {most} are read.",
  cell_nul: "There is a NUL byte in this cell. Write it again.",
  cell_signs: "There are signs in this cell that no text can hold. Write it again.",
  choice_unknown: "“{cell}” is not one of {words}.",
  country_unknown: "“{cell}” is no country that is known here. Write its two letters, such as IN.",
  days_most: "At most 60 days.",
  draft_again: "It was archived and is a draft again.",
  foreign: "Another seller wrote this product: only price and stock are taken from this row.",
  hsn_unread: "“{cell}” is no HSN code: it has 4, 6 or 8 digits. Did the sheet drop a zero in front?",
  mrp_below: "The MRP may not be below the price.",
  must_agree:
    "“{title}” is {status}: the brand must agree to other words and new variants. Leave the columns that describe it empty to change price and stock alone.",
  no_draft: "It is {status} by now and no draft any more; change it by hand.",
  not_yet: "Not reached yet.",
  pairs_unread: "Write specifications as name=value, with | between them.",
  picture_left: "Pictures are not fetched from addresses; add them on the product’s page.",
  picture_only: "Only a picture: pictures are not fetched from addresses.",
  price_above: "The price would be above the MRP that is there. Give the MRP too.",
  price_comma: "“{cell}” has a comma before its last digits. Write it with a point, such as 1299.00.",
  price_most: "“{cell}” is above one crore, the most that a price may be.",
  price_none: "Give the price beside the MRP.",
  price_parts: "“{cell}” has parts smaller than a paisa. Round it to two places.",
  price_range: "A price must be above zero and below one crore.",
  price_unread: "“{cell}” is not a price. Write it as 1299.00.",
  price_zero: "“{cell}” is not above zero.",
  row_cells: "This row has {count} cells, the header has {width}. Put cells with a comma or line break in quotes.",
  row_right: "There are cells to the right of the last named column. Name the column, or empty them.",
  seller_none: "Whose is this? Name the seller in a column, or choose one for the whole file.",
  seller_other: "“{name}” is not your shop. Leave this column out.",
  seller_unknown: "There is no active seller “{name}”.",
  sku_elsewhere: "The SKU “{sku}” belongs to another product, “{title}”.",
  sku_long: "A SKU has at most {most} characters; this one has {count}.",
  sku_none: "This row has no SKU. Give each variant one of its own.",
  sku_twice: "The SKU “{sku}” came before in line {line}. Keep one of the two rows.",
  sku_used: "The SKU “{sku}” is used by another product already. Choose another.",
  stock_held: "{count} units are held for orders, so there cannot be fewer.",
  stock_no_count: "It has no count of its own, so nothing was counted.",
  stock_no_offer: "Without a price there is no offer, so nothing was counted.",
  text_long: "This has {count} characters; at most {most} are kept. Shorten it.",
  title_none: "This product is new here and has no title. Give it one.",
  undo_changed: "The {part}’s {field} was changed since.",
  undo_gone: "The {part} is not there any more.",
  undo_held: "{count} units are held for orders.",
  undo_state: "“{title}” is {status} by now. Take it out of the shop by hand.",
  undo_stays: "This row stays as it is.",
  undo_stock: "The stock was counted or sold since.",
  undone: "Taken back.",
  weight_unread: "“{cell}” is not a weight in kilograms, such as 0.75.",
  whole_most: "“{cell}” is more than {most}.",
  whole_unread: "“{cell}” is not a whole number from 0 up.",
};

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
  if (told.length === 0 || told.some(({ code }) => !(code in ROW_WORDS))) return message;
  const known = inside();
  return told
    .map(({ code, params }) => {
      const gaps = Object.entries(params).map(([name, value]) => [
        name,
        TRANSLATED.includes(name) ? (known[value] ?? value) : value,
      ]);
      return translate(ROW_WORDS[code] ?? "", Object.fromEntries(gaps));
    })
    .join(" ");
}
