import { draw } from "@kit/testing/render";
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import type { Picture } from "@/api/types";
import { CutForm } from "./cut-form";

const picture = { id: "p", url: "/p.jpg", width: 1500, height: 1000, is_cut: false } as Picture;

test("only what the square has room for can be moved, and turning gives it room the other way", async () => {
  const onCut = vi.fn();
  await draw(<CutForm picture={picture} isSending={false} onCut={onCut} onBack={() => {}} />);
  const save = screen.getByRole("button", { name: "Save" });
  expect(save).toHaveProperty("disabled", true);
  await userEvent.click(screen.getByRole("checkbox", { name: "Cut a square out of it" }));
  expect(screen.getByLabelText("From the left")).toHaveProperty("disabled", false);
  expect(screen.getByLabelText("From above")).toHaveProperty("disabled", true);
  await userEvent.click(screen.getByRole("button", { name: "Turn right" }));
  expect(screen.getByLabelText("From the left")).toHaveProperty("disabled", true);
  expect(screen.getByLabelText("From above")).toHaveProperty("disabled", false);
  await userEvent.click(save);
  expect(onCut).toHaveBeenCalledWith({ turn: 90, crop: [0, 167, 1000, 666] });
});

test("a picture that does not load says so", async () => {
  vi.stubGlobal(
    "Image",
    class {
      onerror = () => {};
      set src(_: string) {
        queueMicrotask(() => this.onerror());
      }
    },
  );
  await draw(<CutForm picture={picture} isSending={false} onCut={() => {}} onBack={() => {}} />);
  expect((await screen.findByRole("alert")).textContent).toContain("could not be loaded");
  vi.unstubAllGlobals();
});
