import { draw } from "@kit/testing/render";
import { serve } from "@kit/testing/server";
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import type { Column } from "./columns";
import { DataTable } from "./data-table";
import { RowLink } from "./row-link";
import { SearchBox } from "./search-box";
import { useList } from "./use-list";
import { useListState } from "./use-list-state";

interface Thing {
  id: string;
  name: string;
}

const COLUMNS: Column<Thing>[] = [
  {
    id: "name",
    header: "Name",
    sortable: true,
    cell: ({ id, name }) => <RowLink to={`/things/${id}`}>{name}</RowLink>,
  },
  { id: "id", header: "Number", cell: ({ id }) => id },
];

function Things() {
  const list = useListState();
  const query = useList<Thing>("things", list.query);
  return (
    <DataTable
      label="Things"
      columns={COLUMNS}
      rowId={({ id }) => id}
      query={query}
      list={list}
      toolbar={<SearchBox list={list} label="Search" />}
      empty={<p>Nothing yet</p>}
      bulk={(rows) => <p>{rows.map(({ id }) => id).join("+")}</p>}
    />
  );
}

const twoOf45 = () => ({
  data: [
    { id: "a", name: "Lamp" },
    { id: "b", name: "Bowl" },
  ],
  meta: { total: 45 },
});

test("paging, sorting and searching live in the address and are asked from the server", async () => {
  const calls = serve({ "GET things": twoOf45 });
  const { router } = await draw(<Things />, "/things?page=2");
  expect(await screen.findByText("21–40 of 45")).toBeTruthy();

  await userEvent.click(screen.getByRole("button", { name: "Name" }));
  await screen.findByRole("columnheader", { name: "Name" });
  expect(calls.at(-1)?.path).toContain("sort=name");
  expect(router.state.location.searchStr).not.toContain("page=2");

  await userEvent.type(screen.getByRole("searchbox"), "123");
  await expect.poll(() => router.state.location.searchStr).toContain("q=123");
});

test("a refusal is shown with its request id and can be tried again", async () => {
  let refused = true;
  serve({
    "GET things": () => (refused ? { status: 403, error: { code: "no", message: "Not for you." } } : twoOf45()),
  });
  await draw(<Things />);
  expect(await screen.findByText("Not for you.")).toBeTruthy();
  refused = false;
  await userEvent.click(screen.getByRole("button", { name: "Try again" }));
  expect(await screen.findByText("Lamp")).toBeTruthy();
});

test("an empty list teaches", async () => {
  serve({ "GET things": () => ({ data: [], meta: { total: 0 } }) });
  await draw(<Things />);
  expect(await screen.findByText("Nothing yet")).toBeTruthy();
});

test("rows are walked with j and k and chosen with x", async () => {
  serve({ "GET things": twoOf45 });
  await draw(<Things />);
  await screen.findByText("Lamp");
  await userEvent.keyboard("jj");
  expect(document.activeElement?.textContent).toBe("Bowl");
  await userEvent.keyboard("kx");
  expect(await screen.findByText("1 chosen")).toBeTruthy();
});
