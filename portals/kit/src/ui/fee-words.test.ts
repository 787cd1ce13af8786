import { addHindi, setLanguage } from "@kit/i18n/language";
import { afterEach, beforeEach, expect, test } from "vitest";
import { feeText } from "./fee-words";

addHindi(() => import("@kit/i18n/hi"));
beforeEach(() => setLanguage("hi"));
afterEach(() => setLanguage("en"));

test("a fee is explained in the reader's language, with the rule's own name and the figures left as they are", () => {
  expect(feeText("Sarees: 5 % of ours v3: 12.5 % of ₹1,299.00 and ₹10.00 a piece, lowered to the cap = ₹150.00.")).toBe(
    "Sarees: 5 % of ours v3: ₹1,299.00 का 12.5 % और हर नग पर ₹10.00, अधिकतम सीमा तक घटाकर = ₹150.00।",
  );
  expect(feeText("Standard v1: 12.5 % of ₹499.00, raised to the least fee = ₹80.00.")).toBe(
    "Standard v1: ₹499.00 का 12.5 %, न्यूनतम शुल्क तक बढ़ाकर = ₹80.00।",
  );
});

test("of what the percent is and for what the rule was are said in the reader's language as well", () => {
  expect(
    feeText("Gold v2: 8 % of ₹1,299.00 with tax = ₹103.92. For: tier gold, ₹1,299.00 a piece, cash on delivery."),
  ).toBe("Gold v2: कर सहित ₹1,299.00 का 8 % = ₹103.92। इस पर लागू: स्तर gold, ₹1,299.00 प्रति नग, डिलीवरी पर नकद।");
  expect(feeText("Offer For: all. v1: 8 % of ₹100.00 = ₹8.00.")).toBe("Offer For: all. v1: ₹100.00 का 8 % = ₹8.00।");
});

test("what is taken back says why; what nobody foresaw stays as it was written", () => {
  expect(feeText("Return: Too large")).toBe("वापसी: Too large");
  expect(feeText("An older sentence")).toBe("An older sentence");
});
