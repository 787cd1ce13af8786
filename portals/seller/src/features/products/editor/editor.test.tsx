import { draw } from "@kit/testing/render";
import { type Sent, serve } from "@kit/testing/server";
import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import type { Product } from "@/api/types";
import { Editor } from "./editor";

vi.setConfig({ testTimeout: 30_000 }); // saves wait a moment, and a busy machine is slow

const money = (minor: number) => ({ minor, currency: "INR", text: "" });
const product = {
  id: "p1",
  title: "Ribbed tumbler",
  slug: "ribbed-tumbler",
  status: "draft",
  description: "",
  category: null,
  country_of_origin: "IN",
  manufacturer: "",
  tags: [],
  specifications: [],
  rejection_reason: "",
  revision: 4,
  actions: ["edit", "propose"],
  lacking: [{ name: "category", field: "category", text: "Choose a category." }],
  quality: { score: 40, tips: [{ code: "tags", field: "tags", text: "Give tags.", points: 5 }] },
  hsn_suggestions: ["70133700"],
  preview_url: "http://shop.example/preview/x",
  variants: [
    {
      id: "v1",
      sku: "RT-1",
      options: [],
      hsn: "",
      barcode: "",
      net_quantity: "",
      weight_g: null,
      offer: { price: money(39_000), mrp: money(45_000), on_hand: 7 },
    },
  ],
} as unknown as Product;

type Patch = (sent: Sent) => ReturnType<Parameters<typeof serve>[0][string]>;
const bodyOf = ({ body }: Sent) => body as Record<string, unknown>;

async function open(patch: Patch, reload = vi.fn()) {
  const calls = serve({
    "GET seller/categories": () => ({ data: [] }),
    "GET seller/products/p1": () => ({ data: { ...product, revision: 9 } }),
    "GET seller/products/p1/pictures": () => ({ data: [] }),
    "PATCH seller/products/p1": patch,
  });
  await draw(<Editor product={product} reload={reload} />);
  const patches = () => calls.filter(({ method }) => method === "PATCH").map(bodyOf);
  return { patches, reload };
}

const saves: Patch = (sent) => ({
  data: { ...product, ...bodyOf(sent), revision: Number(bodyOf(sent).revision) + 1, variants: product.variants },
});

test("what is typed is saved a moment later, with the revision that was seen", async () => {
  const { patches } = await open(saves);
  await userEvent.type(await screen.findByLabelText("Description"), "Glass");
  expect(screen.getByText("Saving …")).toBeTruthy();
  await expect.poll(patches, { timeout: 4000 }).toEqual([{ description: "Glass", revision: 4 }]);
  await userEvent.type(screen.getByLabelText("Price"), "{Backspace}5");
  await expect
    .poll(() => patches()[1], { timeout: 4000 })
    .toEqual({
      variants: [{ id: "v1", price_minor: 39_500, mrp_minor: 45_000 }],
      revision: 5,
    });
  expect(await screen.findByText("Saved")).toBeTruthy();
});

test("a second window is answered by a choice, and one's own words can stay", async () => {
  const late = { status: 409, error: { code: "changed_elsewhere", message: "Changed.", details: { revision: 9 } } };
  const { patches } = await open((sent) => (bodyOf(sent).revision === 4 ? late : saves(sent)));
  await userEvent.type(await screen.findByLabelText("Description"), "Mine");
  const dialog = within(await screen.findByRole("alertdialog", {}, { timeout: 4000 }));
  await userEvent.click(dialog.getByRole("button", { name: "Keep mine" }));
  await expect.poll(() => patches()[1]).toEqual({ description: "Mine", revision: 9 });
  await expect.poll(() => screen.queryByRole("alertdialog")).toBeNull();
});

test("a fault that the server finds stands in its cell", async () => {
  const refused = {
    code: "invalid",
    message: "Used.",
    details: { variants: { "0": { sku: ["The SKU is used already."] } } },
  };
  await open(() => ({ status: 422, error: refused }));
  await userEvent.type(await screen.findByLabelText("SKU"), "X");
  expect(await screen.findByText("The SKU is used already.", {}, { timeout: 4000 })).toBeTruthy();
  expect(screen.getByLabelText("SKU").getAttribute("aria-invalid")).toBe("true");
});

test("what the server refuses is not tried again and again", async () => {
  const refused = { status: 409, error: { code: "not_now", message: "Another seller offers it too." } };
  const { patches } = await open(() => refused);
  await userEvent.type(await screen.findByLabelText("SKU"), "X");
  expect(await screen.findByText("Another seller offers it too.", {}, { timeout: 4000 })).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Try again" })).toBeNull();
  expect(patches().length).toBe(1);
});

test("what cannot be read is said at once and not sent", async () => {
  const { patches } = await open(saves);
  await userEvent.type(await screen.findByLabelText("MRP"), "{Backspace}{Backspace}{Backspace}1");
  expect(await screen.findByText("Below the price.")).toBeTruthy();
  expect(await screen.findByText("Saved, but for what is marked", {}, { timeout: 4000 })).toBeTruthy();
  expect(patches()).toEqual([]);
});

test("what is missing, what would help and the usual code are shown", async () => {
  const { patches } = await open(saves);
  expect((await screen.findAllByText("Choose a category.")).length).toBeGreaterThan(0);
  expect(screen.getByText("Give 3 tags that people would search by.")).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "70133700" }));
  await expect.poll(() => patches()[0], { timeout: 4000 }).toMatchObject({ variants: [{ id: "v1", hsn: "70133700" }] });
});
