import { expect, test } from "vitest";
import { cropOf, MIDDLE, movedTo, sizeOf, turned } from "./cut";

test("the largest square of a wide picture has its height, wherever it lies", () => {
  expect(cropOf(MIDDLE, 1500, 1000)).toEqual([167, 0, 666, 1000]);
  expect(cropOf({ ...MIDDLE, across: 100 }, 1500, 1000)).toEqual([334, 0, 666, 1000]);
});

test("a square never leaves the picture, whatever the sliders say", () => {
  for (const size of [20, 55, 100])
    for (const across of [0, 37, 100])
      for (const down of [0, 50, 100]) {
        const [left, top, width, height] = cropOf({ size, across, down }, 900, 640);
        expect(left + width).toBeLessThanOrEqual(1000);
        expect(top + height).toBeLessThanOrEqual(1000);
      }
});

test("dragged to a corner it stops at the edge", () => {
  const half = { ...MIDDLE, size: 50 };
  expect(movedTo(half, [0, 0], 1000, 1000)).toMatchObject({ across: 0, down: 0 });
  expect(movedTo(half, [500, 1000], 1000, 1000)).toMatchObject({ across: 50, down: 100 });
});

test("four turns are none, and one lays the picture on its side", () => {
  expect(turned(270, 90)).toBe(0);
  expect(turned(0, -90)).toBe(270);
  expect(sizeOf(90, 1500, 1000)).toEqual([1000, 1500]);
});
