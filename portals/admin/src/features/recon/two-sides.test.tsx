import { draw } from "@kit/testing/render";
import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import type { Difference } from "@/api/types";
import { TwoSides } from "./two-sides";

test("both sides speak of the same thing in one row, in amounts and words", async () => {
  const difference = {
    amount: { minor: 40000, currency: "INR", text: "₹400.00" },
    ours: { status: "in_transit", rail: "bank_file", deducted: 0 },
    theirs: { status: "lost", amount_deducted: 40000, on_hold: true, odd_word: "x" },
  };
  await draw(<TwoSides difference={difference as unknown as Difference} />);
  const rows = (await screen.findAllByRole("row"))
    .slice(1)
    .map((row) => [...(row as HTMLTableRowElement).cells].map(({ textContent }) => textContent));
  expect(rows).toEqual([
    ["Status", "In transit", "lost"],
    ["How it goes", "Bank file", "–"],
    ["Taken by the bank", "₹0.00", "₹400.00"],
    ["On hold", "–", "Yes"],
    ["odd word", "–", "x"],
  ]);
});
