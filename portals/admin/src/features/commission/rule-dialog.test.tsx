import { addHindi, setLanguage } from "@kit/i18n/language";
import { draw } from "@kit/testing/render";
import { type Sent, serve } from "@kit/testing/server";
import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import type { CommissionRule, WhatIf } from "@/api/types";

import { RuleDialog } from "./rule-dialog";

const money = (minor: number) => ({ minor, currency: "INR", text: `₹${minor / 100}` });
const total = {
  name: "",
  lines: 4,
  base: money(100),
  before: money(10_000),
  after: money(12_500),
  difference: money(2_500),
};
const replay = { month: "2026-10", total, sellers: [], categories: [], lines: [] } as WhatIf;
const REFUSED = { status: 422, error: { code: "invalid", message: "The highest price is below the lowest." } };
const page = (data: { name?: string }[]) => ({ data, meta: { total: data.length, page: 1, limit: 100 } });

const rule = {
  id: "r1",
  name: "Gold lamps",
  version: 3,
  position: 2,
  seller_id: null,
  seller: null,
  seller_tier: "gold",
  category_id: null,
  category: null,
  product_id: "p9",
  product: "Brass lamp",
  price_min: money(50_000),
  price_max: null,
  payment: "cod",
  percent_bp: 1_250,
  basis: "gross",
  with_shipping: false,
  fixed: money(500),
  floor: money(1_000),
  cap: null,
  valid_from: "2026-04-01",
  valid_to: null,
  actions: ["edit", "archive"],
} as unknown as CommissionRule;

vi.setConfig({ testTimeout: 20_000 }); // a form with many lists, each looked for by its role
addHindi(() => import("@/i18n/hi"));
afterEach(() => setLanguage("en"));

/** The dialog over a server that has one of each; `put` answers the rule that is sent. */
async function open(
  put: (sent: Sent) => object,
  kept?: CommissionRule,
  whatIf: () => object = () => ({ data: replay }),
) {
  const calls = serve({
    "GET admin/commission/sellers": () => page([{ id: "s1", name: "Ravi Traders" } as never]),
    "GET admin/commission/tiers": () => page([{ tier: "gold" } as never]),
    "GET admin/commission/categories": () => page([{ id: "c1", name: "Home / Bowls" } as never]),
    "GET admin/commission/products": () => page([{ id: "p1", name: "Blue bowl" } as never]),
    "POST admin/commission/what-if": whatIf,
    "POST admin/commission/rules": put,
  });
  await draw(<RuleDialog rule={kept} onClose={() => undefined} />);
  const dialog = within(await screen.findByRole("dialog"));
  await dialog.findByRole("button", { name: /All goods|Brass lamp/ });
  return { calls, dialog };
}

const choose = async (dialog: ReturnType<typeof within>, label: RegExp, option: string) => {
  await userEvent.click(dialog.getByRole("button", { name: label }));
  await userEvent.click(await screen.findByRole("option", { name: option }));
};

/** At once, not key by key: the sentence and the preview follow every change. */
async function write(dialog: ReturnType<typeof within>, label: string, text: string) {
  await userEvent.click(dialog.getByLabelText(label));
  await userEvent.paste(text);
}

const sentRules = (calls: Sent[]) =>
  calls.filter(({ path }) => path === "admin/commission/rules").map(({ body }) => body);

test("every term of a rule is asked for, said in a sentence and sent", async () => {
  const { calls, dialog } = await open(() => ({ data: rule }));
  await write(dialog, "Name", "Bowls of gold sellers");
  await write(dialog, "Percent", "12.5");
  await choose(dialog, /Price without tax/, "Price with tax");
  await write(dialog, "Plus, for each piece", "5");
  await write(dialog, "At least", "10");
  await write(dialog, "At most", "100");
  await choose(dialog, /All tiers/, "gold");
  await choose(dialog, /All categories/, "Home / Bowls");
  await choose(dialog, /All goods/, "Blue bowl");
  await choose(dialog, /However/, "Cash on delivery");
  await write(dialog, "Price of a piece from", "99.50");
  await write(dialog, "Price of a piece up to", "500");
  await userEvent.type(dialog.getByLabelText("From"), "2026-04-01");
  expect(
    dialog.getByText(
      "Takes 12.5 % of the price with tax + ₹5.00 for each piece, at least ₹10.00, at most ₹100.00. " +
        "Only of: tier gold · Home / Bowls · Blue bowl · ₹99.50 to ₹500.00 a piece · cash on delivery.",
    ),
  ).toBeTruthy();
  await userEvent.click(dialog.getByRole("button", { name: "Put in force" }));
  await waitFor(() => expect(sentRules(calls)).toHaveLength(1));
  expect(sentRules(calls)[0]).toEqual({
    name: "Bowls of gold sellers",
    percent_bp: 1_250,
    basis: "gross",
    with_shipping: false,
    position: null,
    seller_id: null,
    seller_tier: "gold",
    category_id: "c1",
    product_id: "p1",
    price_min_minor: 9_950,
    price_max_minor: 50_000,
    payment: "cod",
    valid_from: "2026-04-01",
    valid_to: null,
    fixed_minor: 500,
    floor_minor: 1_000,
    cap_minor: 10_000,
  });
});

test("what the server refuses stands at its field, and what was typed stays", async () => {
  const details = { price_max_minor: ["The highest price is below the lowest."] };
  const { dialog } = await open(() => ({ ...REFUSED, error: { ...REFUSED.error, details } }), rule);
  const high = dialog.getByLabelText("Price of a piece up to");
  await userEvent.type(high, "1");
  await userEvent.click(dialog.getByRole("button", { name: "Put in force" }));
  await waitFor(() => expect(high.getAttribute("aria-invalid")).toBe("true"));
  const told = document.getElementById(high.getAttribute("aria-describedby")?.split(" ")[0] ?? "");
  expect(told?.textContent).toBe("The highest price is below the lowest.");
  expect((high as HTMLInputElement).value).toBe("1");
  expect(document.activeElement).toBe(high);
});

test("a refused choice is told at its list as well", async () => {
  const details = { with_shipping: ["A rule for some goods alone cannot be with shipping."] };
  const { dialog } = await open(() => ({ ...REFUSED, error: { ...REFUSED.error, details } }), rule);
  await choose(dialog, /Nothing of it/, "The percent of it too");
  await userEvent.click(dialog.getByRole("button", { name: "Put in force" }));
  expect(await dialog.findByText("A rule for some goods alone cannot be with shipping.")).toBeTruthy();
});

test("a rule in force is changed by its next version: its terms are there, also a product that was not searched", async () => {
  const { calls, dialog } = await open(() => ({ data: rule }), rule);
  expect(dialog.queryByLabelText("Name")).toBeNull();
  expect(dialog.getByText(/Only of: tier gold · Brass lamp · from ₹500.00 a piece · cash on delivery/)).toBeTruthy();
  const percent = dialog.getByLabelText("Percent");
  expect((percent as HTMLInputElement).value).toBe("12.5");
  await userEvent.clear(percent);
  await userEvent.type(percent, "9");
  await userEvent.click(dialog.getByRole("button", { name: "Put in force" }));
  await waitFor(() => expect(sentRules(calls)).toHaveLength(1));
  expect(sentRules(calls)[0]).toMatchObject({ name: "Gold lamps", percent_bp: 900, product_id: "p9", position: 2 });
});

test("the preview charges last month again while the rule is written, and says why it cannot", async () => {
  const answers = [{ data: replay }, REFUSED];
  const { calls, dialog } = await open(
    () => ({ data: rule }),
    undefined,
    () => answers.shift() ?? REFUSED,
  );
  expect(dialog.getByText("Write a percent to see what it would charge.")).toBeTruthy();
  await waitFor(() => expect(answers).toHaveLength(1));
  await userEvent.type(dialog.getByLabelText("Percent"), "15");
  await choose(dialog, /However/, "Cash on delivery");
  expect(await dialog.findByText("The highest price is below the lowest.", {}, { timeout: 3_000 })).toBeTruthy();
  const asked = () => calls.filter(({ path }) => path === "admin/commission/what-if").at(-1)?.body;
  await waitFor(
    () => expect(asked()).toMatchObject({ rule: { percent_bp: 1_500, payment: "cod", basis: "taxable" } }),
    { timeout: 3_000 },
  );
});

test("the preview says what was charged and what would have been", async () => {
  const { dialog } = await open(() => ({ data: rule }), rule);
  expect(await dialog.findByText("₹125")).toBeTruthy();
  expect(dialog.getByText(/over 4 lines/)).toBeTruthy();
});

test("in Hindi the sentence of a rule is Hindi", async () => {
  await setLanguage("hi");
  const { dialog } = await open(() => ({ data: rule }), rule);
  expect(dialog.getByText(/लेता है कर सहित मूल्य का 12.5 %/)).toBeTruthy();
});
