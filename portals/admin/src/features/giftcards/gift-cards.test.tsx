import { draw } from "@kit/testing/render";
import { serve } from "@kit/testing/server";
import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import type { CardMovement, GiftCard } from "@/api/types";
import { CardActions } from "./card-actions";
import { IssueCard } from "./issue-card";
import { Movements } from "./movements";

const money = (text: string) => ({ minor: 50000, currency: "INR", text });
const card = {
  id: "c1",
  last4: "TWZA",
  recipient: "asha@example.com",
  message: "Happy birthday",
  balance: money("₹500.00"),
  actions: ["extend", "block", "replace_code"],
} as GiftCard;

async function issue() {
  await draw(<IssueCard />);
  await userEvent.click(await screen.findByRole("button", { name: "Issue a gift card" }));
  const dialog = within(await screen.findByRole("dialog"));
  await userEvent.type(dialog.getByLabelText("Amount"), "500");
  await userEvent.click(dialog.getByRole("button", { name: "Issue it" }));
  return within(await screen.findByRole("alertdialog"));
}

test("the code of a new card is shown once, to be copied or written in a letter", async () => {
  const calls = serve({ "POST admin/gift-cards": () => ({ data: { card, code: "AAAA-BBBB-CCCC-TWZA" } }) });
  const dialog = await issue();
  expect(calls[0]?.body).toMatchObject({ amount_minor: 50000, funding: "promo" });
  expect(calls[0]?.headers.get("Idempotency-Key")).toBeTruthy();
  expect(dialog.getByText("AAAA-BBBB-CCCC-TWZA")).toBeTruthy();
  const letter = dialog.getByRole("link", { name: "Write it to asha@example.com" }).getAttribute("href");
  expect(decodeURIComponent(letter ?? "")).toContain(
    "Happy birthday\n\nYour gift card of ₹500.00: AAAA-BBBB-CCCC-TWZA",
  );
  await userEvent.click(dialog.getByRole("button", { name: "I have passed it on" }));
  expect(screen.queryByText("AAAA-BBBB-CCCC-TWZA")).toBeNull();
});

test("where the answer with the code was lost, a new code is offered", async () => {
  const calls = serve({
    "POST admin/gift-cards": () => ({ data: { card, code: "" } }),
    "POST admin/gift-cards/c1/code": () => ({ data: { card, code: "DDDD-EEEE-FFFF-GGGG" } }),
  });
  const told = await issue();
  expect(told.getByText(/•••• TWZA was issued when this was sent before/)).toBeTruthy();
  await userEvent.click(told.getByRole("button", { name: "Make a new code" }));
  const asked = within(await screen.findByRole("dialog"));
  await userEvent.type(asked.getByLabelText("Reason"), "The connection broke");
  await userEvent.click(asked.getByRole("button", { name: "Make a new code" }));
  expect(await screen.findByText("DDDD-EEEE-FFFF-GGGG")).toBeTruthy();
  expect(calls.at(-1)?.body).toEqual({ reason: "The connection broke" });
});

test("only what the server allows can be done with a card", async () => {
  await draw(<CardActions card={{ ...card, actions: ["unblock"] }} />);
  expect((await screen.findAllByRole("button")).map(({ textContent }) => textContent)).toEqual([
    "Let it be spent again",
  ]);
});

test("a movement leads to its order, also that of a seller's part", async () => {
  const row = {
    kind: "back",
    reference: "RNG-26-000002-A",
    amount: money("₹5.00"),
    balance: money("₹5.00"),
    reason: "",
  };
  serve({
    "GET admin/gift-cards/c1/movements": () => ({
      data: [{ ...row, at: "2026-11-22T09:29:17+05:30", actor: "" } as CardMovement],
      meta: { total: 1, page: 1, limit: 100 },
    }),
  });
  await draw(<Movements id="c1" />);
  const link = await screen.findByRole("link", { name: "RNG-26-000002-A" });
  expect(link.getAttribute("href")).toBe("/orders/RNG-26-000002");
});
