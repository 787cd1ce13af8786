import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { useShortcuts } from "./use-shortcuts";

function Page({ shortcuts }: { shortcuts: Record<string, () => void> }) {
  useShortcuts(shortcuts);
  return <input aria-label="words" />;
}

test("a sequence acts, its letters alone do not", async () => {
  const orders = vi.fn();
  render(<Page shortcuts={{ "g o": orders }} />);
  await userEvent.keyboard("o");
  expect(orders).not.toHaveBeenCalled();
  await userEvent.keyboard("go");
  expect(orders).toHaveBeenCalledOnce();
});

test("keys typed into a box are left alone, except with Ctrl", async () => {
  const help = vi.fn();
  const palette = vi.fn();
  render(<Page shortcuts={{ "?": help, "mod+k": palette }} />);
  await userEvent.click(screen.getByLabelText("words"));
  await userEvent.keyboard("?");
  await userEvent.keyboard("{Control>}k{/Control}");
  expect(help).not.toHaveBeenCalled();
  expect(palette).toHaveBeenCalledOnce();
});
