import hi from "@kit/i18n/hi";
import { addHindi, setLanguage } from "@kit/i18n/language";
import { afterEach, expect, test } from "vitest";
import { rowMessage } from "./row-words";

const told: { code: string; params: Record<string, string> }[] = [
  { code: "undo_state", params: { title: "Copper bottle", status: "published" } },
  { code: "undo_stays", params: {} },
];
const row = { message: "“Copper bottle” is published by now.", told };

addHindi(async () => ({ default: hi }));
afterEach(() => setLanguage("en"));

test("a row's message is said in the chosen language, its states too, and names stay", async () => {
  expect(rowMessage(row)).toBe(
    "“Copper bottle” is published by now. Take it out of the shop by hand. This row stays as it is.",
  );
  await setLanguage("hi");
  expect(rowMessage(row)).toBe("“Copper bottle” अब प्रकाशित है। उसे हाथ से दुकान से हटाएँ। यह पंक्ति जैसी है वैसी ही रहती है।");
});

test("a sentence that nobody here knows keeps the server's words, whole", () => {
  expect(rowMessage({ ...row, told: [...told, { code: "newer", params: {} }] })).toBe(row.message);
  expect(rowMessage({ message: "Old.", told: [] })).toBe("Old.");
});
