import { expect, test } from "vitest";
import type { Attribute, Product } from "@/api/types";
import { changesOf, draftOf, isWhole } from "./draft";
import { axisFor, misfits, numberOf, told, valuesBody, withoutAxes } from "./values";

const attribute = (code: string, more: Partial<Attribute> = {}) =>
  ({ code, name: code, kind: "text", unit: "", is_required: false, is_axis: false, choices: [], ...more }) as Attribute;
const colour = attribute("colour", { name: "Colour", is_axis: true });

test("only facts that differ are sent, and an emptied one as nothing", () => {
  const saved = { capacity: "250", safe: true, made: ["Glass"], words: "x" };
  const now = { capacity: "250", safe: null, made: ["Glass", "Cork"], words: "", more: "" };
  expect(valuesBody(saved, now)).toEqual({ safe: null, made: ["Glass", "Cork"], words: null });
  expect(valuesBody(saved, { ...saved, later: [] })).toBeUndefined();
});

test("a number may have its unit; what cannot be read stands but is not sent", () => {
  expect([numberOf("1,250 ml", "ml"), numberOf("0.5", ""), numberOf("", "ml")]).toEqual(["1250", "0.5", null]);
  const half = numberOf("12.", "ml");
  expect([half, told(half)]).toEqual([{ unread: "12." }, "12."]);
  expect(valuesBody({ capacity: "1" }, { capacity: half })).toBeUndefined();
});

test("what another category asked for is named, and an option of the variants is said there alone", () => {
  expect(misfits([colour], { colour: "Red", depth: "4", gone: null })).toEqual(["depth"]);
  expect(axisFor([colour, attribute("size")], "COLOUR")).toBe(colour);
  expect(axisFor([attribute("size")], "size")).toBeUndefined();
  expect(withoutAxes({ colour: "Red", safe: true }, [colour], [{ name: "Colour" }])).toEqual({
    colour: null,
    safe: true,
  });
});

const variant = (id: string, pack: string) => ({
  id,
  sku: `RT-${id}`,
  options: [{ name: "Pack", value: pack }],
  hsn: "",
  barcode: "",
  net_quantity: "1 N",
  weight_g: null,
  is_live: true,
  offer: null,
});
const product = {
  title: "Tumbler",
  description: "",
  status: "published",
  category: { slug: "tumblers", name: "Tumblers" },
  attributes: { capacity: "250" },
  tags: [],
  specifications: [],
  variants: [variant("1", "One"), variant("2", "Two")],
  change: {
    status: "pending",
    wanted: {
      title: "Glass",
      category: "bowls",
      attributes: { depth: "40" },
      variants: { "1": { is_removed: true }, "2": { net_quantity: "2 N" } },
    },
  },
} as unknown as Product;

test("one goes on with what waits, and nothing of it is sent again", () => {
  const draft = draftOf(product);
  expect(draft.words).toMatchObject({ title: "Glass", category: "bowls" });
  expect(draft.values).toEqual({ capacity: "250", depth: "40" });
  expect(draft.matrix.axes).toEqual([{ name: "Pack", values: ["Two"] }]);
  expect(draft.matrix.rows.map(({ id, net_quantity }) => [id, net_quantity])).toEqual([["2", "2 N"]]);
  expect(draft.matrix.parked.map(({ id }) => id)).toEqual(["1"]);
  expect(changesOf(draft, draft)).toBeUndefined();
  expect(isWhole({ ...draft, values: { capacity: { unread: "x" } } })).toBe(false);
});

test("what came back is not written over what is in the shop", () => {
  const draft = draftOf({ ...product, change: { ...product.change, status: "rejected" } } as Product);
  expect(draft.words).toMatchObject({ title: "Tumbler", category: "tumblers" });
  expect(draft.matrix.rows.length).toBe(2);
});
