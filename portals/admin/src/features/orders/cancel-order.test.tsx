import { draw } from "@kit/testing/render";
import { serve } from "@kit/testing/server";
import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import type { Order } from "@/api/types";
import { CancelOrder } from "./cancel-order";

const order = (...parts: string[][]) =>
  ({
    number: "GLW-26-000123",
    total: { minor: 201400, currency: "INR", text: "₹2,014.00" },
    parts: parts.map((actions, index) => ({ number: `${index}`, actions })),
  }) as Order;

test("the consequence is said in numbers and the order's number must be typed", async () => {
  const calls = serve({ "POST admin/orders/GLW-26-000123/cancellation": () => ({ data: {} }) });
  await draw(<CancelOrder order={order(["cancel"], ["cancel"])} />);
  await userEvent.click(await screen.findByRole("button", { name: "Cancel order" }));
  const dialog = within(await screen.findByRole("alertdialog"));
  expect(dialog.getByText(/₹2,014.00 go back to the customer and 2 sellers/)).toBeTruthy();
  const act = dialog.getByRole("button", { name: "Cancel GLW-26-000123" });
  expect(act).toHaveProperty("disabled", true);
  await userEvent.type(dialog.getByLabelText("Reason"), "Fraud");
  await userEvent.type(dialog.getByLabelText("Type GLW-26-000123 to confirm"), "GLW-26-000123");
  await userEvent.click(act);
  await expect.poll(() => calls[0]?.body).toEqual({ reason: "Fraud" });
});

test("an order of which a part has left cannot be called off as a whole", async () => {
  await draw(<CancelOrder order={order(["cancel"], ["deliver"])} />);
  expect(screen.queryByRole("button")).toBeNull();
});
