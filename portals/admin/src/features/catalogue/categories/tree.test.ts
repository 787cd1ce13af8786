import { expect, test } from "vitest";
import { branches, homes } from "./tree";
import type { Category } from "./types";

const row = (id: string, parent_id: string | null) => ({ id, parent_id, name: id }) as Category;
const ROWS = [
  row("home", null),
  row("bath", "home"),
  row("glass", "kitchen"),
  row("kitchen", "home"),
  row("art", null),
];

test("parents stand above their children, in the order of the list", () => {
  expect(branches(ROWS).map(({ category, depth }) => `${depth}${category.id}`)).toEqual([
    "0home",
    "1bath",
    "1kitchen",
    "2glass",
    "0art",
  ]);
});

test("places are counted among siblings", () => {
  expect(branches(ROWS).find(({ category }) => category.id === "kitchen")).toMatchObject({ place: 1, siblings: 2 });
});

test("nothing is put below itself", () => {
  const ids = (category?: Category) => homes(ROWS, category).map((one) => one.category.id);
  expect(ids(ROWS[3])).toEqual(["home", "bath", "art"]);
  expect(ids(ROWS[0])).toEqual(["art"]);
  expect(ids()).toHaveLength(5);
});

test("a child whose parent is gone is not lost", () => {
  expect(branches([row("lone", "gone")])).toHaveLength(1);
});
