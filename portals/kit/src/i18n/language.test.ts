import { afterEach, expect, test } from "vitest";
import { addHindi, restoreLanguage, setLanguage } from "./language";
import { t } from "./t";

addHindi(() => import("./hi"));
afterEach(() => setLanguage("en"));

test("gaps are filled in either language", async () => {
  expect(t("{count} chosen", { count: 3 })).toBe("3 chosen");
  await setLanguage("hi");
  expect(t("{count} chosen", { count: 3 })).toBe("3 चुने गए");
  expect(document.documentElement.lang).toBe("hi");
});

test("the choice is kept for the next visit", async () => {
  localStorage.setItem("haat.language", "hi");
  await restoreLanguage();
  expect(t("Cancel")).toBe("रद्द करें");
});
