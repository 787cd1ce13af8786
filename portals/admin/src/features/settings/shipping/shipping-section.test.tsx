import { draw } from "@kit/testing/render";
import { type Sent, serve } from "@kit/testing/server";
import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { ShippingSection } from "./shipping-section";
import type { Rates, Tariff, Zone } from "./tariff";

const standing: Rates = {
  delivers: true,
  by: "weight",
  steps: [{ up_to: 1000, fee_minor: 7900 }],
  beyond: "per_kg",
  beyond_minor: 3000,
  free_above_minor: 99900,
  cash: true,
};
const south: Zone = { ...standing, name: "South", prefixes: ["560"], regions: ["33"], free_above_minor: null };
const islands: Zone = { ...standing, name: "Islands", prefixes: ["744"], regions: [], delivers: false, steps: [] };
const tariff: Tariff = {
  version: 4,
  currency: "INR",
  takes_cash: true,
  has_post_codes: true,
  region_word: "state",
  regions: [
    { code: "29", name: "Karnataka" },
    { code: "33", name: "Tamil Nadu" },
  ],
  zones: [south, islands],
  elsewhere: { ...standing, cash: false },
  standing,
};
const one = { ...tariff, version: 0, zones: [], elsewhere: null };

const put = (calls: Sent[]) => calls.filter(({ method }) => method === "PUT").at(-1)?.body;
const served = (found: Tariff, more: Parameters<typeof serve>[0] = {}) =>
  serve({
    "GET admin/settings/shipping": () => ({ data: found }),
    "PUT admin/settings/shipping": () => ({ data: found }),
    ...more,
  });

async function write(box: HTMLElement, words: string) {
  await userEvent.click(box);
  await userEvent.paste(words);
}

async function shown(found: Tariff, more: Parameters<typeof serve>[0] = {}) {
  const calls = served(found, more);
  await draw(<ShippingSection />);
  await screen.findByRole("button", { name: /^Change Everywhere/ });
  return calls;
}

test("zones are shown with their places and tables, and the rest last", async () => {
  await shown(tariff);
  const rows = screen.getAllByRole("heading", { level: 3 }).map(({ textContent }) => textContent);
  expect(rows).toEqual(["South", "Islands", "Everywhere else", "Try it"]);
  expect(screen.getByText("PIN 560…, Tamil Nadu")).toBeTruthy();
  expect(screen.getByText("Not delivered")).toBeTruthy();
  expect(screen.getByText("No cash on delivery")).toBeTruthy();
  expect(screen.getAllByText("Up to 1 kg")).toHaveLength(2);
});

test("a new zone is sent with the version that was read, and the standing rates for the rest", async () => {
  const calls = await shown(one);
  await userEvent.click(screen.getByRole("button", { name: "Add a zone" }));
  const dialog = within(await screen.findByRole("dialog"));
  await write(dialog.getByLabelText("Name"), "City");
  await write(dialog.getByLabelText("PIN codes that begin with"), "560, 5611 562");
  await userEvent.click(dialog.getByRole("checkbox", { name: "Karnataka" }));
  await write(dialog.getByLabelText("Up to, g"), "500");
  await write(dialog.getByLabelText("Fee"), "49");
  await write(dialog.getByLabelText("Each further kg"), "30.50");
  await userEvent.click(dialog.getByRole("button", { name: "Save" }));
  await expect
    .poll(() => put(calls))
    .toEqual({
      version: 0,
      zones: [
        {
          name: "City",
          prefixes: ["560", "5611", "562"],
          regions: ["29"],
          delivers: true,
          by: "weight",
          steps: [{ up_to: 500, fee_minor: 4900 }],
          beyond: "per_kg",
          beyond_minor: 3050,
          free_above_minor: null,
          cash: true,
        },
      ],
      elsewhere: standing,
    });
});

const row = (place: number) => within(screen.getByRole("group", { name: `Row ${place}` }));

async function editing(name: string) {
  await userEvent.click(screen.getByRole("button", { name: `Change ${name}` }));
  const dialog = within(await screen.findByRole("dialog"));
  return { dialog, send: () => userEvent.click(dialog.getByRole("button", { name: "Save" })) };
}

test("a fault stands at its row, the server's too", async () => {
  const details = { "zones.0.steps.0.fee_minor": ["Not below nothing."] };
  await shown(tariff, {
    "PUT admin/settings/shipping": () => ({ status: 422, error: { code: "invalid", message: "No.", details } }),
  });
  const { dialog, send } = await editing("South");
  await userEvent.click(dialog.getByRole("button", { name: "Add a row" }));
  await send();
  expect(await row(2).findByText("Write whole grams, such as 500.")).toBeTruthy();
  await userEvent.click(dialog.getByRole("button", { name: "Take row 2 out" }));
  await send();
  expect(await row(1).findByText("Not below nothing.")).toBeTruthy();
});

test("rows are sent in the order in which they stand", async () => {
  const steps = [
    { up_to: 1000, fee_minor: 7900 },
    { up_to: 500, fee_minor: 4900 },
  ];
  const calls = await shown({ ...tariff, zones: [{ ...south, steps }] });
  const { dialog, send } = await editing("South");
  await userEvent.click(dialog.getByRole("button", { name: "Row 2 up" }));
  await send();
  await expect.poll(() => (put(calls) as { zones: Zone[] } | undefined)?.zones[0]?.steps).toEqual(steps.reverse());
});

test("whoever saves what somebody else has changed is told, and the list behind is read again", async () => {
  const message = "Somebody changed the delivery rates meanwhile.";
  const calls = await shown(tariff, {
    "PUT admin/settings/shipping": () => ({ status: 409, error: { code: "rates_moved", message } }),
  });
  const { send } = await editing("South");
  await send();
  expect(await screen.findByText(message)).toBeTruthy();
  await expect.poll(() => calls.filter(({ method }) => method === "GET")).toHaveLength(2);
});

test("a zone without delivery is sent without a table", async () => {
  const calls = await shown(tariff);
  await userEvent.click(screen.getByRole("button", { name: "Change South" }));
  const dialog = within(await screen.findByRole("dialog"));
  await userEvent.click(dialog.getByRole("checkbox", { name: "We deliver there" }));
  expect(dialog.queryByText("Table")).toBeNull();
  await userEvent.click(dialog.getByRole("button", { name: "Save" }));
  await expect
    .poll(() => (put(calls) as { zones: Zone[] } | undefined)?.zones[0])
    .toMatchObject({
      name: "South",
      delivers: false,
      steps: [],
      cash: false,
    });
});

test("a zone is removed only after the question, and moved at once", async () => {
  const calls = await shown(tariff);
  await userEvent.click(screen.getByRole("button", { name: "South down" }));
  await expect
    .poll(() => (put(calls) as { zones: Zone[] } | undefined)?.zones.map(({ name }) => name))
    .toEqual(["Islands", "South"]);
  await userEvent.click(screen.getByRole("button", { name: "Remove Islands" }));
  const asked = within(await screen.findByRole("alertdialog"));
  const before = calls.filter(({ method }) => method === "PUT").length;
  await userEvent.click(asked.getByRole("button", { name: "Cancel" }));
  expect(calls.filter(({ method }) => method === "PUT")).toHaveLength(before);
  await userEvent.click(screen.getByRole("button", { name: "Remove Islands" }));
  await userEvent.click(within(await screen.findByRole("alertdialog")).getByRole("button", { name: "Remove" }));
  await expect.poll(() => put(calls)).toEqual({ version: 4, zones: [south], elsewhere: tariff.elsewhere });
});

test("all zones are given up after a question that says what holds then", async () => {
  const calls = await shown(tariff);
  await userEvent.click(screen.getByRole("button", { name: "Go back to the brand's rules" }));
  const asked = within(await screen.findByRole("alertdialog"));
  expect(asked.getByText(/Up to 1 kg: ₹79\.00 · Each further kg: \+ ₹30\.00/)).toBeTruthy();
  await userEvent.click(asked.getByRole("button", { name: "Remove all zones" }));
  await expect.poll(() => put(calls)).toEqual({ version: 4, zones: [], elsewhere: null });
});

test("a parcel is tried by the server, and its refusal stands at the field", async () => {
  const fee = { minor: 10900, currency: "INR", text: "₹109.00" };
  let refuse = true;
  const calls = await shown(tariff, {
    "POST admin/settings/shipping/trial": () =>
      refuse
        ? { status: 422, error: { code: "invalid", message: "No.", details: { pin: ["There is no PIN code “1”."] } } }
        : { data: { delivers: true, cash: false, fee, sentence: "South: a parcel of 1.2 kg" } },
  });
  const box = within(screen.getByRole("form", { name: "Try it" }));
  await write(box.getByLabelText("PIN code"), "560001");
  await userEvent.click(box.getByRole("button", { name: "Show the fee" }));
  expect(await box.findByText("There is no PIN code “1”.")).toBeTruthy();
  refuse = false;
  await userEvent.click(box.getByRole("button", { name: "Show the fee" }));
  expect(await box.findByText("₹109.00")).toBeTruthy();
  expect(box.getByRole("alert").textContent).toContain("South: a parcel of 1.2 kg No cash on delivery.");
  expect(calls.at(-1)?.body).toEqual({ pin: "560001", region: "", weight_g: 500, goods_minor: 50000 });
});
