/** What is typed, what of it was saved, and the PATCH that makes them the same. */
import { toMinor, toTyped } from "@kit/format/rupees";
import type { Product, Variant } from "@/api/types";
import { axesOf, emptyRow, type Matrix, type Pair, type Row } from "./matrix";
import { isUnread, type Values, valuesBody } from "./values";
import { withWanted } from "./wanted";

export interface Draft {
  words: Record<string, string>;
  values: Values;
  tags: string[];
  specifications: Pair[];
  matrix: Matrix;
}

const WORDS = [
  "title",
  "description",
  "category",
  "country_of_origin",
  "manufacturer",
  "importer",
  "packer",
  "made_month",
  "imported_month",
  "seo_title",
  "seo_description",
] as const;
export type Body = Record<string, unknown>;

/** What the server has, with what waits for the brand: one goes on writing where one was. */
export function draftOf(product: Product): Draft {
  const { change } = product;
  return change?.status === "pending" ? withWanted(shopOf(product), change.wanted) : shopOf(product);
}

function shopOf(product: Product): Draft {
  const held: Record<string, unknown> = { ...product, category: product.category?.slug ?? "" };
  const known = WORDS.filter((name) => typeof held[name] === "string");
  const rows = product.variants.map((variant) => rowOf(variant, product.status));
  return {
    words: Object.fromEntries(known.map((name) => [name, String(held[name])])),
    values: { ...(product.attributes as Values | undefined) },
    tags: product.tags,
    specifications: product.specifications,
    matrix: { axes: axesOf(rows), rows, parked: [] },
  };
}

function rowOf(variant: Variant, status: string): Row {
  const { id, sku, options, hsn, barcode, net_quantity, weight_g, attributes, offer } = variant;
  return emptyRow({
    id,
    isNew: isNew(variant, status),
    sku,
    options,
    hsn,
    barcode,
    net_quantity,
    weight_g: weight_g === null ? "" : String(weight_g),
    price: offer ? shown(offer.price.minor) : "",
    mrp: offer ? shown(offer.mrp.minor) : "",
    stock: offer ? String(offer.on_hand) : "0",
    values: { ...(attributes as Values | undefined) },
  });
}

const isNew = ({ is_live }: Variant, status: string) => status === "published" && !is_live;

const shown = (minor: number) => toTyped(minor).replace(/\.00$/, "");
const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** Undefined when everything that can be saved is saved. Cells that cannot be read yet wait for their mending. */
export function changesOf(saved: Draft, now: Draft): Body | undefined {
  const body: Body = {};
  for (const [name, typed] of Object.entries(now.words)) {
    if (typed === saved.words[name] || (name === "title" && !typed.trim())) continue;
    body[name] = name === "category" ? typed || null : typed;
  }
  if (!same(saved.tags, now.tags)) body.tags = now.tags;
  const attributes = valuesBody(saved.values, now.values);
  if (attributes) body.attributes = attributes;
  if (!same(complete(saved), complete(now))) body.specifications = complete(now);
  Object.assign(body, rowsOf(saved.matrix.rows, now.matrix.rows));
  return Object.keys(body).length > 0 ? body : undefined;
}

/** Half a specification says nothing yet. */
const complete = ({ specifications }: Draft) => specifications.filter(({ name, value }) => name.trim() && value.trim());

function rowsOf(saved: Row[], now: Row[]): Body {
  const before = new Map(saved.map((row) => [row.key, row]));
  const rows = now.map((row) => ({ ...(row.id && { id: row.id }), ...cellsOf(before.get(row.key), row) }));
  const here = new Set(now.map(({ key }) => key));
  const removed = saved.filter(({ key, id }) => id && !here.has(key)).map(({ id }) => id);
  const body: Body = removed.length > 0 ? { removed_variants: removed } : {};
  const moved = !same(
    now.map(({ key }) => key),
    saved.filter(({ key }) => here.has(key)).map(({ key }) => key),
  );
  if (moved || rows.some((row) => Object.keys(row).some((name) => name !== "id"))) body.variants = rows;
  return body;
}

function cellsOf(saved: Row | undefined, row: Row): Body {
  const cells: Body = {};
  const isNew = (name: keyof Row) => !same(saved?.[name], row[name]);
  for (const name of ["sku", "options", "hsn", "net_quantity", "barcode"] as const) {
    if (isNew(name) && !(name in faultsOf(row))) cells[name] = row[name];
  }
  if (isNew("weight_g") && /^\d{0,7}$/.test(row.weight_g)) cells.weight_g = row.weight_g ? Number(row.weight_g) : null;
  const [price, mrp] = [toMinor(row.price), toMinor(row.mrp)];
  if (price && (isNew("price") || isNew("mrp")) && !("price" in faultsOf(row)) && !("mrp" in faultsOf(row))) {
    Object.assign(cells, { price_minor: price, mrp_minor: mrp ?? price });
  }
  if (price && (isNew("stock") || !toMinor(saved?.price ?? "")) && /^\d{1,8}$/.test(row.stock))
    cells.stock = Number(row.stock);
  const attributes = valuesBody(saved?.values ?? {}, row.values);
  if (attributes) cells.attributes = attributes;
  return cells;
}

type Cell = "sku" | "price" | "mrp" | "stock" | "weight_g" | "hsn" | "barcode";
export type Faults = Partial<Record<Cell, "sku" | "amount" | "below" | "whole" | "hsn" | "barcode">>;

/** What of a row cannot be read as it stands, so that nobody waits for the server to say it. */
export function faultsOf(row: Row): Faults {
  const [price, mrp] = [toMinor(row.price), toMinor(row.mrp)];
  const faults: Faults = {};
  if (!row.sku.trim()) faults.sku = "sku";
  if (row.price && !price) faults.price = "amount";
  if (row.mrp && mrp === undefined) faults.mrp = "amount";
  else if (price && mrp !== undefined && mrp < price) faults.mrp = "below";
  if (row.stock && !/^\d{1,8}$/.test(row.stock)) faults.stock = "whole";
  if (row.weight_g && !/^\d{1,7}$/.test(row.weight_g)) faults.weight_g = "whole";
  if (row.hsn && !/^\d{4}(\d{2}(\d{2})?)?$/.test(row.hsn)) faults.hsn = "hsn";
  if (row.barcode && !/^\d{8,14}$/.test(row.barcode)) faults.barcode = "barcode";
  return faults;
}

/** Whether something stands on the screen that the server was not told because it cannot be read. */
export const isWhole = ({ words, values, matrix }: Draft) =>
  !!words.title?.trim() &&
  !Object.values(values).some(isUnread) &&
  matrix.rows.every((row) => Object.keys(faultsOf(row)).length === 0 && !Object.values(row.values).some(isUnread));

/** What was typed, with the ids that the server gave to new rows; their SKUs tell which is which. */
export function withIds(draft: Draft, sent: Row[], product: Product): Draft {
  const bySku = new Map(product.variants.map((variant) => [variant.sku, variant]));
  const made = new Map(sent.map(({ key, sku }) => [key, bySku.get(sku.trim())]));
  const known = (row: Row) => {
    const variant = row.id ? undefined : made.get(row.key);
    return variant ? { ...row, id: variant.id, isNew: isNew(variant, product.status) } : row;
  };
  return {
    ...draft,
    matrix: { ...draft.matrix, rows: draft.matrix.rows.map(known), parked: draft.matrix.parked.map(known) },
  };
}
