import { expect, test } from "vitest";
import { queryOf, sameList, searchOf } from "./query";

test("a view keeps filters, order and columns, and forgets the page", () => {
  const search = { status: "draft", sort: "title", hide: "missing,stock", page: "3", view: "x", q: undefined };
  expect(queryOf(search)).toBe("hide=missing%2Cstock&sort=title&status=draft");
  expect(searchOf(queryOf(search), "y")).toEqual({ hide: "missing,stock", sort: "title", status: "draft", view: "y" });
});

test("the order in an address makes no other list", () => {
  expect(sameList({ status: "draft", sort: "title" }, "sort=title&status=draft")).toBe(true);
  expect(sameList({ status: "draft" }, "status=published")).toBe(false);
});
