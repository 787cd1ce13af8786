import { draw } from "@kit/testing/render";
import { serve } from "@kit/testing/server";
import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import type { Order } from "@/api/types";
import { OrderActions } from "./order-actions";

const money = { minor: 37900, currency: "INR", text: "₹379.00" };
const order = (actions: string[]) =>
  ({ number: "GLW-26-000123-A", actions, total: money, cancelled: { ...money, minor: 0 } }) as Order;

test("only what the server allows is offered", async () => {
  await draw(<OrderActions order={order(["ship"])} />);
  expect((await screen.findAllByRole("button")).map(({ textContent }) => textContent)).toEqual(["Ship"]);
});

test("an order that is over offers nothing", async () => {
  await draw(<OrderActions order={order([])} />);
  expect(screen.queryAllByRole("button")).toEqual([]);
});

test("shipping sends carrier and tracking number with a key", async () => {
  const calls = serve({ "POST seller/orders/GLW-26-000123-A/shipment": () => ({ data: {} }) });
  await draw(<OrderActions order={order(["ship"])} />);
  await userEvent.click(await screen.findByRole("button", { name: "Ship" }));
  const dialog = within(await screen.findByRole("dialog"));
  await userEvent.type(dialog.getByLabelText("Carrier"), "Delhivery");
  await userEvent.type(dialog.getByLabelText("Tracking number"), "123");
  await userEvent.click(dialog.getByRole("button", { name: "Mark as shipped" }));
  await expect.poll(() => calls[0]?.body).toEqual({ carrier: "Delhivery", tracking_number: "123" });
  expect(calls[0]?.headers.get("Idempotency-Key")).toMatch(/^[0-9a-f]{32}$/);
  await expect.poll(() => screen.queryByRole("dialog")).toBeNull();
});

test("a retry after a failure sends the same key", async () => {
  let fails = true;
  const calls = serve({
    "POST seller/orders/GLW-26-000123-A/decline": () =>
      fails ? { status: 409, error: { code: "not_now", message: "It was shipped meanwhile." } } : { data: {} },
  });
  await draw(<OrderActions order={order(["decline"])} />);
  await userEvent.click(await screen.findByRole("button", { name: "Decline" }));
  const dialog = within(await screen.findByRole("alertdialog"));
  await userEvent.type(dialog.getByLabelText("Reason"), "Broken");
  await userEvent.click(dialog.getByRole("button", { name: "Decline order" }));
  expect(await dialog.findByText("It was shipped meanwhile.")).toBeTruthy();
  fails = false;
  await userEvent.click(dialog.getByRole("button", { name: "Decline order" }));
  await expect.poll(() => screen.queryByRole("alertdialog")).toBeNull();
  const keys = calls.map(({ headers }) => headers.get("Idempotency-Key"));
  expect(keys[0]).toBe(keys[1]);
});

test("declining without a reason is not sent", async () => {
  const calls = serve({});
  await draw(<OrderActions order={order(["decline"])} />);
  await userEvent.click(await screen.findByRole("button", { name: "Decline" }));
  const dialog = within(await screen.findByRole("alertdialog"));
  await userEvent.click(dialog.getByRole("button", { name: "Decline order" }));
  expect(await dialog.findByText("Say why in a sentence.")).toBeTruthy();
  expect(calls).toEqual([]);
});

test("some pieces are cancelled after what comes back was shown", async () => {
  const lines = [{ id: "a", title: "Bowl", options: [{ name: "Colour", value: "Blue" }], quantity: 3, cancelled: 1 }];
  const calls = serve({
    "POST seller/orders/GLW-26-000123-A/cancellation/preview": () => ({
      data: { total: money, is_refund: true, ends_part: false },
    }),
    "POST seller/orders/GLW-26-000123-A/cancellation": () => ({ data: {} }),
  });
  await draw(<OrderActions order={{ ...order(["cancel_lines"]), items: 2, lines } as Order} />);
  await userEvent.click(await screen.findByRole("button", { name: "Cancel some of it" }));
  const dialog = within(await screen.findByRole("alertdialog"));
  expect(dialog.getByRole("button", { name: "Go back" })).toBeTruthy(); // “Cancel” would be the act itself
  await userEvent.type(dialog.getByLabelText("Bowl · Blue: how many cannot be sent"), "1");
  expect(await dialog.findByText("The customer gets ₹379.00 back.")).toBeTruthy();
  await userEvent.type(dialog.getByLabelText("Reason"), "Broken");
  await userEvent.click(dialog.getByRole("button", { name: "Cancel these" }));
  await expect
    .poll(() => calls.map(({ body }) => body))
    .toContainEqual({ lines: [{ line_id: "a", quantity: 1 }], reason: "Broken" });
});
