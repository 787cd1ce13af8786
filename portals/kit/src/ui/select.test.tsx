import { useResource } from "@kit/app/use-resource";
import { draw } from "@kit/testing/render";
import { serve } from "@kit/testing/server";
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { expect, test } from "vitest";
import { fed, named } from "./choices";
import { Select } from "./select";

function Shelf() {
  const [value, setValue] = useState("");
  const shelves = fed(useResource<{ id: string; name: string }[]>("shelves"), named);
  return <Select {...shelves} label="Shelf" placeholder="Choose a shelf" value={value} onChange={setValue} />;
}

const button = (name: RegExp) => screen.findByRole<HTMLButtonElement>("button", { name });

test("a list whose choices are still coming says so, and opens once they are here", async () => {
  let answer = (_: { data: unknown }) => {};
  serve({ "GET shelves": () => new Promise<{ data: unknown }>((done) => (answer = done)) });
  await draw(<Shelf />);
  const waiting = await button(/Loading.*Shelf$/);
  expect(waiting.disabled).toBe(true);
  expect(waiting.getAttribute("aria-busy")).toBe("true");
  answer({ data: [{ id: "1", name: "Attars" }] });
  const ready = await button(/Choose a shelf.*Shelf$/);
  expect(ready.disabled).toBe(false);
  expect(ready.getAttribute("aria-busy")).toBe("false");
  await userEvent.click(ready);
  await userEvent.click(await screen.findByRole("option", { name: "Attars" }));
  await button(/Attars.*Shelf$/);
});

test("a list whose choices did not come says so, and tries again", async () => {
  let tries = 0;
  serve({
    "GET shelves": () =>
      tries++ ? { data: [{ id: "1", name: "Attars" }] } : { status: 500, error: { code: "broken", message: "Broken" } },
  });
  await draw(<Shelf />);
  expect((await screen.findByRole("alert")).textContent).toContain("The choices could not be loaded.");
  expect((await button(/Shelf$/)).disabled).toBe(true);
  await userEvent.click(await button(/Try again/));
  expect((await button(/Choose a shelf.*Shelf$/)).disabled).toBe(false);
  expect(screen.queryByRole("alert")).toBeNull();
});
