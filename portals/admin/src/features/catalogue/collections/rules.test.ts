import { expect, test } from "vitest";
import { blank, FIELDS, isWhole, values, whole } from "./rules";

test("half a condition is not sent", () => {
  expect(FIELDS.filter((field) => isWhole(blank(field)))).toEqual(["discount", "newness", "stock"]);
  expect(whole({ match: "all", conditions: [blank("tag")] })).toBeNull();
});

test("what is whole stays, in groups too", () => {
  const stock = blank("stock");
  const rule = { match: "any" as const, conditions: [blank("price"), { match: "all" as const, conditions: [stock] }] };
  expect(whole(rule)).toEqual({ match: "any", conditions: [{ match: "all", conditions: [stock] }] });
});

test("zero is a price, nothing is none", () => {
  expect(isWhole({ field: "price", op: "between", min: 0, max: null })).toBe(true);
  expect(isWhole({ field: "attribute", name: "capacity", op: "between", min: "", max: "500" })).toBe(true);
});

test("values are read with commas between", () => {
  expect(values(" night, , day ")).toEqual(["night", "day"]);
});
