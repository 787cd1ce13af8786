import { draw } from "@kit/testing/render";
import { serve } from "@kit/testing/server";
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { StepList } from "./step-list";

test("the first step begins an application with what was written", async () => {
  const calls = serve({ "POST seller/application": () => ({ status: 201, data: {} }) });
  await draw(<StepList application={null} editable />);
  await userEvent.type(await screen.findByLabelText("Shop name"), "Ravi Naturals");
  await userEvent.click(screen.getByRole("button", { name: "Save and continue" }));
  await expect.poll(() => calls[0]?.body).toEqual({ shop_name: "Ravi Naturals", description: "" });
  expect(await screen.findByLabelText("PAN")).toBeTruthy();
});

test("what the server finds wrong is told at its box", async () => {
  serve({
    "POST seller/application": () => ({
      status: 422,
      error: { code: "invalid", message: "Look again.", details: { shop_name: ["This name is taken."] } },
    }),
  });
  await draw(<StepList application={null} editable />);
  await userEvent.type(await screen.findByLabelText("Shop name"), "Ravi");
  await userEvent.click(screen.getByRole("button", { name: "Save and continue" }));
  expect(await screen.findByText("This name is taken.")).toBeTruthy();
});
