import { draw } from "@kit/testing/render";
import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import type { Order } from "@/api/types";
import { OrderPayments } from "./order-payments";

const money = (minor: number, text: string) => ({ minor, currency: "INR", text });
const payment = { provider: "razorpay", method: "upi", status: "captured", amount: money(16600, "₹166.00") };

test("a gift card stands among the payments, and methods are called as people call them", async () => {
  const order = {
    gift_card: money(20000, "₹200.00"),
    payments: [{ ...payment, refunds: [], transfers: [], failure: "", captured_at: null }],
  } as unknown as Order;
  await draw(<OrderPayments order={order} />);
  expect((await screen.findAllByRole("listitem")).map(({ textContent }) => textContent?.trim())).toEqual([
    "Gift card ₹200.00",
    "UPI Paid₹166.00",
  ]);
});
