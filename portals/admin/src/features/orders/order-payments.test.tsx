import { draw } from "@kit/testing/render";
import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import type { Order } from "@/api/types";
import { OrderPayments } from "./order-payments";

const money = (minor: number, text: string) => ({ minor, currency: "INR", text });
const payment = { provider: "razorpay", method: "upi", status: "captured", amount: money(16600, "₹166.00") };

const shown = async (order: object) => {
  const view = await draw(<OrderPayments order={order as Order} />);
  const rows = (await screen.findAllByRole("listitem")).map(({ textContent }) => textContent?.trim());
  view.unmount();
  return rows;
};

test("a gift card stands among the payments, and methods are called as people call them", async () => {
  const paid = { ...payment, refunds: [], transfers: [], failure: "", captured_at: null };
  const order = { gift_card: money(20000, "₹200.00"), placed_at: "2026-07-03T10:00:00Z", status: "placed" };
  expect(await shown({ ...order, payments: [paid] })).toEqual(["Gift card Paid₹200.00", "UPI Paid₹166.00"]);
});

test("what a gift card was to pay is held until the order is placed, and released when it ends unpaid", async () => {
  const order = { gift_card: money(20000, "₹200.00"), placed_at: null, payments: [] };
  expect(await shown({ ...order, status: "awaiting_payment" })).toEqual(["Gift card Held₹200.00"]);
  expect(await shown({ ...order, status: "expired" })).toEqual(["Gift card Released₹200.00"]);
  expect(await shown({ ...order, status: "cancelled" })).toEqual(["Gift card Released₹200.00"]);
});

test("cash is shown as far as it was collected, and as never collected when nothing arrives", async () => {
  const cash = { ...payment, provider: "cod", method: "", refunds: [], transfers: [], failure: "", captured_at: null };
  const order = { gift_card: money(0, "₹0.00"), status: "placed", payments: [cash] };
  const said = async (how_paid: string, paid: number, to_pay: number) =>
    shown({ ...order, how_paid, paid: money(paid, `₹${paid / 100}`), to_pay: money(to_pay, `₹${to_pay / 100}`) });
  expect(await said("on_delivery", 0, 16600)).toEqual(["Cash on delivery To be collected₹166"]);
  expect(await said("partly_collected", 6600, 10000)).toEqual([
    "Cash on delivery Collected₹66Cash on delivery To be collected₹100",
  ]);
  expect(await said("collected", 16600, 0)).toEqual(["Cash on delivery Collected₹166"]);
  expect(await said("nothing", 0, 0)).toEqual(["Cash on delivery Never collected₹166.00"]);
});
