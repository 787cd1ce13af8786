import { draw } from "@kit/testing/render";
import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import type { CommissionLine } from "@/api/types";
import { lineColumns } from "./line-columns";

test("on a phone a line says why below its order, in a column that every width shows", async () => {
  const row = { number: "RNG-26-000002-A", title: "Shipping", explanation: "No commission on shipping." };
  const column = lineColumns()[0];
  await draw(column?.cell(row as CommissionLine));
  expect(column?.from).toBeUndefined();
  const why = await screen.findByText("No commission on shipping.", { exact: false });
  expect(why.className).toContain("lg:hidden");
  expect(why.className).not.toContain("max-");
});
