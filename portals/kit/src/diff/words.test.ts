import { describe, expect, test } from "vitest";
import { pieces } from "./words";

const side = (found: ReturnType<typeof pieces>, without: "before" | "after") =>
  found
    .filter((piece) => piece.side !== without)
    .map(({ text }) => text)
    .join("");

describe("pieces of two texts", () => {
  test("the same text is one piece", () => {
    expect(pieces("Ribbed glass", "Ribbed glass")).toEqual([{ text: "Ribbed glass", side: "both" }]);
  });

  test("a word that was replaced stands before and after, the rest once", () => {
    expect(pieces("Ribbed tumbler, 300 ml", "Ribbed glass, 300 ml")).toEqual([
      { text: "Ribbed ", side: "both" },
      { text: "tumbler,", side: "before" },
      { text: "glass,", side: "after" },
      { text: " 300 ml", side: "both" },
    ]);
  });

  test("nothing before is all new", () => {
    expect(pieces("", "All new")).toEqual([{ text: "All new", side: "after" }]);
    expect(pieces("Gone", "")).toEqual([{ text: "Gone", side: "before" }]);
    expect(pieces("", "")).toEqual([]);
  });

  test.each([
    ["a b c d e", "a x c e f"],
    ["one  two\nthree", "one two\n\nthree"],
    ["जल का गिलास", "जल का बड़ा गिलास"],
    [`${"word ".repeat(2000)}end`, `${"word ".repeat(2000)}other`],
  ])("both texts come back from the pieces", (before, after) => {
    const found = pieces(before, after);
    expect(side(found, "after")).toBe(before);
    expect(side(found, "before")).toBe(after);
  });
});
