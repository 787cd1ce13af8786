import { House } from "lucide-react";
import { expect, test } from "vitest";
import { allowed } from "./nav";

const place = (label: string, needs?: string) => ({ to: `/${label}`, label, icon: House, key: label, needs });

test("places without permission are not shown, nor headings over nothing", () => {
  const sections = [
    { items: [place("home"), place("a", "a.read")] },
    { label: "Money", items: [place("b", "b.read")] },
  ];
  expect(allowed(sections, ["a.read"]).flatMap(({ items }) => items.map(({ label }) => label))).toEqual(["home", "a"]);
});
