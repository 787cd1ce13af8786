import { cleanup } from "@testing-library/react";
import { afterEach, vi } from "vitest";

// happy-dom has no layout, and the table asks for none; what scrolls is only told so.
window.scrollTo = () => undefined;

afterEach(() => {
  cleanup();
  localStorage.clear();
  vi.unstubAllGlobals();
});
