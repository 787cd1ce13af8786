import { describe, expect, it } from "vitest";
import { fillFrom, isTable, parseTable, readNamed } from "./paste";

describe("a table from a spreadsheet", () => {
  it("keeps commas of prices between tabs", () => {
    expect(parseTable("A-1\t1,299.00\r\nA-2\t5\r\n")).toEqual([
      ["A-1", "1,299.00"],
      ["A-2", "5"],
    ]);
  });

  it("reads quotes, doubled quotes, line breaks in quotes, and the mark of UTF-8", () => {
    expect(parseTable('\uFEFFSKU,Title\n"A ""1""","two\nlines"')).toEqual([
      ["SKU", "Title"],
      ['A "1"', "two\nlines"],
    ]);
  });

  it("takes semicolons where a spreadsheet writes them", () => {
    expect(parseTable("SKU;Price\nA-1;379")).toEqual([
      ["SKU", "Price"],
      ["A-1", "379"],
    ]);
  });

  it("drops empty lines and the apostrophe of defused cells", () => {
    expect(parseTable("SKU,Stock\n\n'=A1,3\n,\n")).toEqual([
      ["SKU", "Stock"],
      ["=A1", "3"],
    ]);
  });
});

describe("rows under a header", () => {
  it("finds columns by name in any order and leaves the others alone", () => {
    const { rows } = readNamed("Title\tOn hand\tSKU\tPrice\tPlace\nCup\t7\tA-1\t379\tGodown");
    expect(rows).toEqual([{ sku: "A-1", place: "Godown", cells: { on_hand: "7", price: "379" } }]);
  });

  it("leaves empty cells and missing ends of lines alone", () => {
    const { rows } = readNamed("SKU,Price,Stock\nA-1,,4\nA-2");
    expect(rows.map(({ cells }) => cells)).toEqual([{ on_hand: "4" }, {}]);
  });

  it("reads Hindi headers", () => {
    expect(readNamed("SKU,दाम\nA-1,20").rows[0]?.cells).toEqual({ price: "20" });
  });

  it.each([
    ["", "empty"],
    ["SKU,Price", "empty"],
    ["Name,Price\nCup,3", "no_sku"],
    ["SKU,Colour\nA-1,red", "no_column"],
  ])("says why it cannot read %j", (text, problem) => {
    expect(readNamed(text).problem).toBe(problem);
  });
});

describe("cells without names", () => {
  it("fill from the cell they are pasted on to the right and down, and not past the last column", () => {
    expect(fillFrom("9\t3\tpaused\tmore\n8", "on_hand")).toEqual([
      { on_hand: "9", handling_days: "3", status: "paused" },
      { on_hand: "8" },
    ]);
  });

  it("are told from a single value", () => {
    expect([isTable("379"), isTable("379\n"), isTable("1\t2"), isTable("1\n2")]).toEqual([false, false, true, true]);
  });
});
