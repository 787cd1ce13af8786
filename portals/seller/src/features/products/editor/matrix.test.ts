import { expect, test } from "vitest";
import {
  addAxis,
  addValue,
  axesOf,
  combinations,
  emptyRow,
  fillDown,
  fitted,
  labelOf,
  type Matrix,
  pasted,
  removeAxis,
  removeValue,
  renamed,
  suggestedSku,
} from "./matrix";

const TITLE = "Ribbed glass tumbler";
const plain = (): Matrix => ({
  axes: [],
  rows: [emptyRow({ id: "1", sku: "RT-1", price: "390", mrp: "450", stock: "7", hsn: "70133700" })],
  parked: [],
});
const colours = () => addValue(addAxis(plain(), "Colour", "Clear", TITLE), "Colour", "Blue", TITLE);
const both = () => addValue(addAxis(colours(), "Size", "S", TITLE), "Size", "L", TITLE);
const labels = ({ rows }: Matrix) => rows.map(labelOf);

test("the first option keeps the row that was there, and its figures", () => {
  const [first, second] = colours().rows;
  expect([first?.id, first?.sku, first?.stock, first && labelOf(first)]).toEqual(["1", "RT-1", "7", "Clear"]);
  expect([second?.id, second?.price, second?.mrp, second?.hsn, second?.stock]).toEqual([
    undefined,
    "390",
    "450",
    "70133700",
    "0",
  ]);
  expect(second?.sku).toBe("RIBGLATUM-BLUE");
});

test("two options make every combination, in their order", () => {
  expect(labels(both())).toEqual(["Clear / S", "Clear / L", "Blue / S", "Blue / L"]);
  expect(both().rows[0]?.id).toBe("1");
});

test("a value that is taken away and given back brings its rows with all that was typed", () => {
  const typed = both();
  const rows = typed.rows.map((row) => (labelOf(row) === "Blue / L" ? { ...row, price: "999", id: "4" } : row));
  const without = removeValue({ ...typed, rows }, "Colour", "Blue", TITLE);
  expect(labels(without)).toEqual(["Clear / S", "Clear / L"]);
  expect(without.parked.map(labelOf)).toEqual(["Blue / S", "Blue / L"]);
  const back = addValue(without, "Colour", "Blue", TITLE);
  expect(labels(back)).toEqual(labels(typed));
  expect(back.rows[3]).toMatchObject({ id: "4", price: "999" });
  expect(back.parked).toEqual([]);
});

test("the last value of an option takes the option with it, and one row of each kind stays", () => {
  const less = removeValue(removeValue(both(), "Size", "L", TITLE), "Size", "S", TITLE);
  expect(less.axes.map(({ name }) => name)).toEqual(["Colour"]);
  expect(labels(less)).toEqual(["Clear", "Blue"]);
  expect(less.rows[0]?.id).toBe("1");
  expect(labels(removeAxis(both(), "Colour", TITLE))).toEqual(["S", "L"]);
});

test("a new word for a value or an option changes no row", () => {
  const before = both();
  const after = renamed(renamed(before, "Colour", { value: ["Blue", "Indigo"] }), "Colour", { name: "Shade" });
  expect(labels(after)).toEqual(["Clear / S", "Clear / L", "Indigo / S", "Indigo / L"]);
  expect(after.axes[0]).toEqual({ name: "Shade", values: ["Clear", "Indigo"] });
  expect(after.rows.map(({ key, sku }) => [key, sku])).toEqual(before.rows.map(({ key, sku }) => [key, sku]));
});

test("rows that a server gave have the axes that they had", () => {
  expect(axesOf(both().rows)).toEqual(both().axes);
  expect(fitted(both(), both().axes, TITLE).rows).toEqual(
    both().rows.map((row) => expect.objectContaining({ sku: row.sku })),
  );
});

test("filling down begins below the cell", () => {
  const rows = fillDown(both().rows, "stock", 1);
  expect(rows.map(({ stock }) => stock)).toEqual(["7", "0", "0", "0"]);
  expect(fillDown(both().rows, "stock", 0).map(({ stock }) => stock)).toEqual(["7", "7", "7", "7"]);
});

test("cells of a spreadsheet go right and down from where they are pasted", () => {
  const rows = pasted(both().rows, 1, "price", "100\t150\r\n200\t250\r\n300\t350\t9\t1\n");
  expect(rows.map(({ price, mrp, stock, weight_g }) => [price, mrp, stock, weight_g])).toEqual([
    ["390", "450", "7", ""],
    ["100", "150", "0", ""],
    ["200", "250", "0", ""],
    ["300", "350", "9", "1"],
  ]);
});

test("no option is one combination, and an option without values asks for nothing", () => {
  expect(combinations([])).toEqual([[]]);
  expect(combinations([{ name: "Size", values: [] }])).toEqual([[]]);
});

test("a suggested number is taken once, and reads Hindi too", () => {
  const taken = new Set(["RIBGLATUM"]);
  expect(suggestedSku(TITLE, [], taken)).toBe("RIBGLATUM-2");
  expect(suggestedSku("", [{ name: "Size", value: "S" }], taken)).toBe("SKU-S");
  expect(suggestedSku("गिलास", [], taken)).not.toBe("SKU");
});
