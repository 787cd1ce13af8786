import { draw } from "@kit/testing/render";
import { serve } from "@kit/testing/server";
import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import type { Entity } from "@/api/platform-types";
import { DecisionBar } from "./decision-bar";

const entity = (actions: string[]) => ({ id: "e1", legal_name: "Ravi Naturals", actions }) as Entity;

test("the key a opens the verdict, which is sent with its reason", async () => {
  const calls = serve({ "POST platform/seller-entities/e1/decision": () => ({ data: {} }) });
  await draw(<DecisionBar entity={entity(["verified", "needs_changes", "rejected"])} />);
  await screen.findAllByRole("button");
  await userEvent.keyboard("a");
  const dialog = within(await screen.findByRole("dialog"));
  await userEvent.type(dialog.getByLabelText("Reason"), "All in order");
  await userEvent.click(dialog.getByRole("button", { name: "Verify" }));
  await expect.poll(() => calls[0]?.body).toEqual({ decision: "verified", reason: "All in order" });
});

test("a key of a decision that is not open does nothing", async () => {
  await draw(<DecisionBar entity={entity(["suspended"])} />);
  await screen.findAllByRole("button");
  await userEvent.keyboard("a");
  expect(screen.queryByRole("dialog")).toBeNull();
});
