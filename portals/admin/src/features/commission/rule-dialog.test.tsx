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

test("a new rule is what was typed and chosen, and everything else where nothing was", async () => {
  const { calls, dialog } = await open(() => ({ data: rule }));
  await write(dialog, "Name", "Bowls in cash");
  await write(dialog, "Percent", "12.5");
  await choose(dialog, /All goods/, "Blue bowl");
  await choose(dialog, /Any way/, "Cash on delivery");
  await userEvent.type(dialog.getByLabelText("From"), "2026-04-01");
  expect(
    dialog.getByText("Takes 12.5 % of the price without tax. Only of: Blue bowl · cash on delivery."),
  ).toBeTruthy();
  await userEvent.click(dialog.getByRole("button", { name: "Put in force" }));
  await waitFor(() => expect(sentRules(calls)).toHaveLength(1));
  expect(sentRules(calls)[0]).toMatchObject({
    name: "Bowls in cash",
    percent_bp: 1_250,
    basis: "taxable",
    seller_tier: "",
    category_id: null,
    product_id: "p1",
    payment: "cod",
    price_min_minor: null,
    fixed_minor: 0,
    position: null,
  });
});

test("every term of a rule is in its form, in its sentence, and sent again as it is", async () => {
  const whole = { ...rule, category_id: "c1", category: "Home / Bowls", price_max: money(129_950), cap: money(10_000) };
  const { calls, dialog } = await open(() => ({ data: rule }), { ...whole, seller_id: "s1", seller: "Ravi Traders" });
  expect(
    dialog.getByText(
      "Takes 12.5 % of the price with tax + ₹5.00 for each piece, at least ₹10.00, at most ₹100.00. " +
        "Only of: Ravi Traders · tier gold · Home / Bowls · Brass lamp · ₹500.00 to ₹1,299.50 a piece · cash on delivery.",
    ),
  ).toBeTruthy();
  await userEvent.click(dialog.getByRole("button", { name: "Put in force" }));
  await waitFor(() => expect(sentRules(calls)).toHaveLength(1));
  expect(sentRules(calls)[0]).toEqual({
    name: "Gold lamps",
    percent_bp: 1_250,
    basis: "gross",
    with_shipping: false,
    position: 2,
    seller_id: "s1",
    seller_tier: "gold",
    category_id: "c1",
    product_id: "p9",
    price_min_minor: 50_000,
    price_max_minor: 129_950,
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

test("a rule in force keeps its name when its next version is written", async () => {
  const { calls, dialog } = await open(() => ({ data: rule }), rule);
  expect(dialog.queryByLabelText("Name")).toBeNull();
  await userEvent.clear(dialog.getByLabelText("Percent"));
  await write(dialog, "Percent", "9");
  await userEvent.click(dialog.getByRole("button", { name: "Put in force" }));
  await waitFor(() => expect(sentRules(calls)).toHaveLength(1));
  expect(sentRules(calls)[0]).toMatchObject({ name: "Gold lamps", percent_bp: 900, position: 2 });
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
  await choose(dialog, /Any way/, "Cash on delivery");
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
