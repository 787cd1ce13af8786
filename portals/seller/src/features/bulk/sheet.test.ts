import { describe, expect, it } from "vitest";
import { isChanged, merge, type SheetRow, toBody, type } from "./sheet";

const money = (minor: number) => ({ minor, currency: "INR", text: `₹${minor / 100}` });
const words = { amount: "amount", whole: "whole", days: "days", status: "status", mrp: "mrp" };
const sheet = (sku: string, kind = "plain"): SheetRow => ({
  row: {
    offer_id: `offer-${sku}`, sku, title: "Cup", options: "", kind, price: money(37_900), mrp: money(45_000),
    handling_days: 2, status: "active", on_hand: 5, reserved: 1,
  },
  typed: {},
  problems: {},
}); // biome-ignore format: one row

describe("a sheet of offers", () => {
  it("takes what differs and forgets what says the same", () => {
    const typed = type(sheet("A"), { price: "350", mrp: "450.00", on_hand: "9" });
    expect(typed.typed).toEqual({ price: "350", on_hand: "9" });
    expect(isChanged(type(typed, { price: "379", on_hand: "5" }))).toBe(false);
  });

  it("sends the count with the one that was seen, so that a sale in between is noticed", () => {
    const { body, problems } = toBody(type(sheet("A"), { price: "₹350", on_hand: "9" }), "home", words);
    expect(problems).toEqual({});
    expect(body).toEqual({ offer_id: "offer-A", place_id: "home", price_minor: 35_000, on_hand: 9, seen_on_hand: 5 });
  });

  it("says what is wrong cell by cell", () => {
    const typed = type(sheet("A"), { price: "cheap", on_hand: "-1", handling_days: "99", status: "gone" });
    expect(toBody(typed, "home", words).problems).toEqual({
      price: "amount",
      on_hand: "whole",
      handling_days: "days",
      status: "status",
    });
    expect(toBody(type(sheet("A"), { price: "451" }), "home", words).problems).toEqual({ mrp: "mrp" });
  });

  it("does not count bundles and numbered units", () => {
    expect(type(sheet("A", "bundle"), { on_hand: "3", price: "350" }).typed).toEqual({ price: "350" });
  });

  it("puts pasted rows in by SKU, counts of another place not, and names what it does not know", () => {
    const { rows, unknown } = merge(
      [sheet("A"), sheet("B")],
      [
        { sku: "A", place: "", cells: { price: "350" } },
        { sku: "B", place: "Godown", cells: { on_hand: "9", mrp: "500" } },
        { sku: "Z", place: "", cells: { price: "1" } },
      ],
      "Home",
    );
    expect(rows.map(({ typed }) => typed)).toEqual([{ price: "350" }, { mrp: "500" }]);
    expect(unknown).toEqual(["Z"]);
  });
});
