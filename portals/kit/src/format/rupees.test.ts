import { expect, test } from "vitest";
import { toMinor, toTyped } from "./rupees";

test.each([
  ["499", 49900],
  ["499.5", 49950],
  ["1,299.05", 129905],
  ["0.10", 10],
  [" 12 ", 1200],
])("%j typed is %i paise", (typed, minor) => {
  expect(toMinor(typed)).toBe(minor);
});

test.each(["", "-5", "4.999", "12 rupees", "1e3"])("%j is not an amount", (typed) => {
  expect(toMinor(typed)).toBeUndefined();
});

test("paise go back into the box as they were typed", () => {
  expect(toTyped(129905)).toBe("1299.05");
  expect(toTyped(undefined)).toBe("");
});
