import { render, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { Changes, valueText } from "./changes";
import { actText, fieldText } from "./words";

test("what did not change is left out, what did is shown from and to", () => {
  render(
    <Changes before={{ price_minor: 50_000, mrp_minor: 60_000 }} after={{ price_minor: 45_000, mrp_minor: 60_000 }} />,
  );
  expect(screen.getByText("Price")).toBeTruthy();
  expect(screen.getByText("₹500.00")).toBeTruthy();
  expect(screen.getByText("₹450.00")).toBeTruthy();
  expect(screen.queryByText("MRP")).toBeNull();
});

test("of a new thing only what it has is shown", () => {
  render(<Changes before={null} after={{ price_minor: 50_000, cap_minor: 0, note: "", ids: [], mrp_minor: null }} />);
  expect(screen.getAllByRole("listitem")).toHaveLength(1);
});

test("values are words and not codes", () => {
  expect(valueText("percent_bp", 1250)).toBe("12.5 %");
  expect(valueText("status", "needs_changes")).toBe("Needs changes");
  expect(valueText("fields", ["pan", "gstin"])).toBe("Pan, Gstin");
  expect(valueText("archived", true)).toBe("yes");
  expect(valueText("role", null)).toBe("–");
  expect(actText("offer.repriced")).toBe("changed a price");
  expect(actText("new_thing.happened_now")).toBe("New thing: happened now");
  expect(fieldText("base_fee_minor")).toBe("Base fee");
});
