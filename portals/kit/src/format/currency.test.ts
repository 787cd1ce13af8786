import { afterEach, expect, test } from "vitest";
import { currencySign, currencyText, setCurrency } from "./currency";

afterEach(() => setCurrency(undefined));

test("amounts are typed and named in what the brand sells in", () => {
  expect(currencySign()).toBe("₹");
  expect(currencyText(1_000_000, "en-IN")).toBe("₹10,000.00");
  setCurrency("AED");
  expect(currencySign()).toBe("AED");
  expect(currencyText(49_950, "en")).toMatch(/^AED\s499\.50$/);
});
