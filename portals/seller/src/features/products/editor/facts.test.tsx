import { draw } from "@kit/testing/render";
import { type Sent, serve } from "@kit/testing/server";
import { fireEvent, screen, within } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import type { Attribute, Product } from "@/api/types";
import { Editor } from "./editor";

const attribute = (code: string, name: string, kind: string, more: Partial<Attribute> = {}) => ({
  code,
  name,
  kind,
  unit: "",
  is_required: false,
  is_axis: false,
  is_facet: true,
  choices: [],
  ...more,
});
const COLOURS = [
  { label: "Amber", swatch: "#c47a1e" },
  { label: "Clear", swatch: "#eef2f3" },
];
const TUMBLERS = [
  attribute("capacity", "Capacity", "number", { unit: "ml", is_required: true }),
  attribute("colour", "Colour", "colour", { is_axis: true, choices: COLOURS }),
  attribute("made-of", "Made of", "choices", { choices: [{ label: "Glass", swatch: "" }] }),
  attribute("care", "Care", "text"),
];
const variant = { id: "v1", sku: "RT-1", options: [], hsn: "", barcode: "", net_quantity: "", weight_g: null };
const draft = {
  id: "p1",
  title: "Ribbed tumbler",
  status: "draft",
  description: "",
  category: { slug: "tumblers", name: "Tumblers" },
  country_of_origin: "IN",
  manufacturer: "",
  importer: "",
  packer: "",
  made_month: "",
  imported_month: "",
  attributes: { depth: "40" },
  tags: [],
  specifications: [],
  rejection_reason: "",
  revision: 4,
  actions: ["edit"],
  lacking: [
    { name: "attribute: Capacity", field: "attributes", text: "Say it." },
    { name: "month of manufacture or import", field: "made_month", text: "Give the month." },
  ],
  quality: { score: 40, tips: [] },
  hsn_suggestions: [],
  preview_url: "http://shop.example/preview/x",
  variants: [{ ...variant, is_live: true, offer: null }],
  change: null,
  edits_wait: false,
};
const DIFF = [{ field: "title", label: "Title", kind: "text", of: "", before: "Ribbed tumbler", after: "Call 98" }];
const change = { id: "c1", diff: DIFF, wanted: { title: "Call 98" }, reason: "", created_at: "2026-04-01T10:00:00Z" };

async function open(more: object, reload = vi.fn(), patched: object = {}) {
  const product = { ...draft, ...more } as unknown as Product;
  const calls = serve({
    "GET seller/categories": () => ({
      data: [{ slug: "tumblers", name: "Tumblers", parent: null, needs_month: true }],
    }),
    "GET seller/categories/tumblers/attributes": () => ({ data: TUMBLERS }),
    "GET seller/products/p1": () => ({ data: product }),
    "GET seller/products/p1/pictures": () => ({ data: [] }),
    "PATCH seller/products/p1": () => ({ data: { ...product, revision: 5 }, ...patched }),
    "DELETE seller/products/p1/change": () => ({ data: product }),
  });
  const view = await draw(<Editor product={product} reload={reload} />);
  const bodies = () => calls.filter(({ method }) => method === "PATCH").map(({ body }: Sent) => body);
  return { ...view, bodies, calls, reload };
}

const write = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });
const press = (name: string) => fireEvent.click(screen.getByRole("button", { name }));

test("facts of the category are asked for, in their kind, and go with the next save", async () => {
  const { bodies, unmount } = await open({});
  expect(await screen.findByLabelText("Capacity, ml (required)")).toBeTruthy();
  expect(screen.getAllByText("Say what its Capacity is.").length).toBe(2);
  write("Capacity, ml (required)", "25x");
  expect(screen.getByText("Write a number, such as 250 or 0.5.")).toBeTruthy();
  write("Capacity, ml (required)", "250 ml");
  write("Care", "By hand");
  press("Glass");
  press("Amber");
  expect(screen.getByRole("button", { name: "Amber" }).getAttribute("aria-pressed")).toBe("true");
  write("Month of manufacture", "2026-04");
  unmount(); // leaving sends what waits
  await expect.poll(bodies).toEqual([
    {
      attributes: { capacity: "250", care: "By hand", "made-of": ["Glass"], colour: "Amber" },
      made_month: "2026-04",
      revision: 4,
    },
  ]);
});

test("variants may differ in a fact; then it is asked there and not of the whole", async () => {
  const { bodies, unmount } = await open({ attributes: { colour: "Amber" } });
  fireEvent.click(await screen.findByRole("button", { name: "Variants differ in Colour" }));
  const option = () => within(screen.getByRole("group", { name: "Values of Colour" }));
  fireEvent.click(option().getByRole("button", { name: "Clear" }));
  expect(screen.queryByRole("group", { name: "Colour, product" })).toBeNull();
  unmount();
  await expect
    .poll(bodies)
    .toMatchObject([{ attributes: { colour: null }, variants: [{ options: [{ name: "Colour", value: "Clear" }] }] }]);
});

test("what the category does not ask for is said, and can be removed", async () => {
  const { bodies, unmount } = await open({});
  expect(await screen.findByText("depth: 40")).toBeTruthy();
  press("Remove them");
  expect(screen.queryByText("depth: 40")).toBeNull();
  unmount();
  await expect.poll(bodies).toMatchObject([{ attributes: { depth: null } }]);
});

test("one variant can say a fact otherwise", async () => {
  const two = ["v1", "v2"].map((id) => ({
    ...variant,
    id,
    sku: id,
    options: [{ name: "Colour", value: id === "v1" ? "Amber" : "Clear" }],
    is_live: true,
    offer: null,
  }));
  const { bodies, unmount } = await open({ attributes: { capacity: "250" }, variants: two });
  fireEvent.click(await screen.findByRole("button", { name: "Own facts of Clear" }));
  const dialog = within(await screen.findByRole("dialog"));
  expect(dialog.getByText("The product says: 250 ml")).toBeTruthy();
  expect(dialog.queryByRole("group", { name: "Colour" })).toBeNull();
  fireEvent.change(dialog.getByLabelText("Capacity, ml"), { target: { value: "300" } });
  fireEvent.click(dialog.getByRole("button", { name: "Done" }));
  expect(screen.getByRole("button", { name: "Own facts of Clear" }).textContent).toBe("1 own fact");
  unmount();
  await expect
    .poll(bodies)
    .toMatchObject([{ variants: [{ id: "v1" }, { id: "v2", attributes: { capacity: "300" } }] }]);
});

test("of what is in the shop one reads that edits wait, and what does", async () => {
  await open({ status: "published", edits_wait: true });
  expect(await screen.findByText(/What you change waits for the brand/)).toBeTruthy();
  expect(screen.queryByText("Your edit waits for the brand")).toBeNull();
});

test("an edit that waits is shown, gone on with and taken back", async () => {
  const reload = vi.fn();
  const waits = { status: "published", edits_wait: true, change: { ...change, status: "pending" } };
  const { calls, bodies } = await open(waits, reload);
  expect(await screen.findByText("Saved; waits for the brand")).toBeTruthy();
  expect((screen.getByLabelText("Name") as HTMLInputElement).value).toBe("Call 98");
  press("Take back");
  await expect.poll(() => reload.mock.calls.length).toBe(1);
  expect(calls.some(({ method }) => method === "DELETE")).toBe(true);
  expect(bodies()).toEqual([]);
});

test("an edit that came back shows the reason word for word, and its words can be taken up again", async () => {
  const reason = "No numbers, please.";
  const back = { status: "published", edits_wait: true, change: { ...change, status: "rejected", reason } };
  const { bodies, unmount } = await open(back);
  expect(await screen.findByText(reason)).toBeTruthy();
  expect((screen.getByLabelText("Name") as HTMLInputElement).value).toBe("Ribbed tumbler");
  press("Go on with it");
  write("Name", "Call");
  unmount();
  await expect.poll(bodies).toEqual([{ title: "Call", revision: 4 }]);
});
