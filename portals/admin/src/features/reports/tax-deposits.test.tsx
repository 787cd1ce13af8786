import { AuthProvider } from "@kit/auth/auth-provider";
import { draw } from "@kit/testing/render";
import { serve } from "@kit/testing/server";
import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { TaxDeposits } from "./tax-deposits";

const money = (minor: number) => ({ minor, currency: "INR", text: `₹${minor / 100}` });
const deposit = {
  id: "d1",
  tax: "tds",
  month: "2026-10",
  amount: money(500),
  credit: money(0),
  reference: "CH-1",
  paid_on: "2026-11-05",
  recorded_by: "Nia",
  recorded_at: "2026-11-05T10:00:00Z",
  reversed_by: null,
  reversed_at: null,
  reverse_reason: "",
};

function shown(permissions: string[], deposits: object[]) {
  const user = { id: "u", name: "Nia", email: "n@x", phone: null };
  const calls = serve({
    "POST auth/refresh": () => ({ data: { access: "t" } }),
    "GET me": () => ({
      data: { user, portal: "admin", brand: null, role: "finance", permissions, shops: [], viewing: null },
    }),
    "GET admin/tax-deposits": () => ({
      data: {
        month: "2026-10",
        taxes: [
          { tax: "tds", title: "TDS", owed: money(1500), deposited: money(500), left: money(1000) },
          { tax: "output", title: "GST", owed: money(0), deposited: money(0), left: money(0) },
        ],
        input_credit: money(300),
        deposits,
      },
    }),
    "POST admin/tax-deposits": () => ({ status: 201, data: deposit }),
    "POST admin/tax-deposits/d1/reversal": () => ({ data: deposit }),
  });
  const page = draw(
    <AuthProvider starting={null} login={() => null}>
      <TaxDeposits month="2026-10" />
    </AuthProvider>,
  );
  return page.then(() => calls);
}

test("a deposit is written with what is left, its challan and its day", async () => {
  const calls = await shown(["tax.deposit"], []);
  expect(await screen.findByText("Nothing was deposited for this month")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Record a deposit of GST" })).toBeNull();
  await userEvent.click(screen.getByRole("button", { name: "Record a deposit of TDS" }));
  const dialog = within(await screen.findByRole("dialog"));
  expect(dialog.queryByLabelText("Set off")).toBeNull();
  await userEvent.click(dialog.getByRole("button", { name: "Book the deposit" }));
  expect(await dialog.findByText("Give the number of the challan.")).toBeTruthy();
  await userEvent.type(dialog.getByLabelText("Number of the challan"), "ch-2");
  await userEvent.type(dialog.getByLabelText("Paid on"), "2026-11-06");
  await userEvent.click(dialog.getByRole("button", { name: "Book the deposit" }));
  await expect
    .poll(() => calls.find(({ method, path }) => method === "POST" && path === "admin/tax-deposits")?.body)
    .toMatchObject({ tax: "tds", month: "2026-10", amount_minor: 1000, credit_minor: 0, paid_on: "2026-11-06" });
});

test("one that is wrong is taken back with a reason", async () => {
  const calls = await shown(["tax.deposit"], [deposit]);
  await userEvent.click(await screen.findByRole("button", { name: "Take CH-1 back" }));
  const dialog = within(await screen.findByRole("alertdialog"));
  await userEvent.type(dialog.getByLabelText("Reason"), "Another month");
  await userEvent.click(dialog.getByRole("button", { name: "Take back" }));
  await expect
    .poll(() => calls.find(({ path }) => path.endsWith("/reversal"))?.body)
    .toEqual({ reason: "Another month" });
});

test("who may only read sees what was taken back and no buttons", async () => {
  const gone = { ...deposit, reversed_at: "2026-11-07T10:00:00Z", reversed_by: "Kiran", reverse_reason: "Typed twice" };
  await shown([], [gone]);
  expect(await screen.findByText("Kiran: Typed twice")).toBeTruthy();
  expect(screen.getByText("Taken back")).toBeTruthy();
  expect(screen.queryByRole("button")).toBeNull();
});
