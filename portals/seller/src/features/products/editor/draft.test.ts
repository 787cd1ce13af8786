import { expect, test } from "vitest";
import type { Product } from "@/api/types";
import { changesOf, draftOf, faultsOf, isWhole, withIds } from "./draft";
import { addAxis, addValue, emptyRow, type Row, removeValue } from "./matrix";

const money = (minor: number) => ({ minor, currency: "INR", text: "" });
const variant = (id: string, sku: string) => ({
  id,
  sku,
  options: [],
  hsn: "70133700",
  barcode: "",
  net_quantity: "",
  weight_g: null,
  offer: { price: money(39_050), mrp: money(45_000), on_hand: 7 },
});
const product = {
  title: "Tumbler",
  description: "",
  category: null,
  country_of_origin: "IN",
  manufacturer: "",
  tags: ["glass"],
  specifications: [],
  variants: [variant("1", "RT-1")],
} as unknown as Product;

const draft = () => draftOf(product);
const typed = (change: Partial<Row>) => {
  const one = draft();
  return { ...one, matrix: { ...one.matrix, rows: one.matrix.rows.map((row) => ({ ...row, ...change })) } };
};
/** The same rows twice: as saved, and as somebody typed into them. */
function edited(change: Partial<Row>) {
  const saved = draft();
  const rows = saved.matrix.rows.map((row) => ({ ...row, ...change }));
  return changesOf(saved, { ...saved, matrix: { ...saved.matrix, rows } });
}

test("nothing typed is nothing to save", () => {
  const one = draft();
  expect(changesOf(one, one)).toBeUndefined();
  expect(one.matrix.rows[0]?.price).toBe("390.50");
});

test("only what was changed is sent", () => {
  const saved = draft();
  const words = { ...saved.words, description: "Glass", category: "" };
  expect(changesOf(saved, { ...saved, words, tags: ["glass", "gift"] })).toEqual({
    description: "Glass",
    tags: ["glass", "gift"],
  });
  expect(edited({ price: "400" })).toEqual({ variants: [{ id: "1", price_minor: 40_000, mrp_minor: 45_000 }] });
});

test("a count is only sent when somebody typed one: sales go on meanwhile", () => {
  expect(edited({ price: "400" })).not.toHaveProperty("variants.0.stock");
  expect(edited({ stock: "9" })).toEqual({ variants: [{ id: "1", stock: 9 }] });
});

test("what cannot be read waits, and the rest is saved", () => {
  expect(edited({ price: "4oo", hsn: "12", barcode: "x", weight_g: "300" })).toEqual({
    variants: [{ id: "1", weight_g: 300 }],
  });
  expect(edited({ price: "500" })).toBeUndefined();
  expect(faultsOf(emptyRow({ price: "500", mrp: "450", stock: "a" }))).toEqual({
    sku: "sku",
    mrp: "below",
    stock: "whole",
  });
  expect(isWhole(typed({ hsn: "12" }))).toBe(false);
  expect(isWhole(draft())).toBe(true);
});

test("rows that are taken out and put in are told by id", () => {
  const saved = draft();
  const more = addValue(addAxis(saved.matrix, "Colour", "Red", "Tumbler"), "Colour", "Blue", "Tumbler");
  const body = changesOf(saved, { ...saved, matrix: more });
  expect(body).toMatchObject({ variants: [{ id: "1" }, { sku: "TUM-BLUE", price_minor: 39_050, stock: 0 }] });
  const answer = { ...product, variants: [variant("1", "RT-1"), variant("2", "TUM-BLUE")] } as unknown as Product;
  const now = withIds({ ...saved, matrix: more }, more.rows, answer);
  expect(now.matrix.rows.map(({ id }) => id)).toEqual(["1", "2"]);
  const less = { ...now, matrix: removeValue(now.matrix, "Colour", "Red", "Tumbler") };
  expect(changesOf(now, less)).toEqual({ removed_variants: ["1"] });
});

test("half a specification waits for its other half", () => {
  const saved = draft();
  expect(changesOf(saved, { ...saved, specifications: [{ name: "Material", value: "" }] })).toBeUndefined();
});
