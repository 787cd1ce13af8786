/** Where a square lies in a picture, as the sliders say it and as the server takes it. */
export interface Square {
  /** Its side, in percent of the picture's shorter side. */
  size: number;
  /** Its place from the left and from above, in percent of the room that is left. */
  across: number;
  down: number;
}

export type Turn = 0 | 90 | 180 | 270;
export type Crop = [left: number, top: number, width: number, height: number];

export const MIDDLE: Square = { size: 100, across: 50, down: 50 };
const WHOLE = 1000;

export const turned = (turn: Turn, by: 90 | -90): Turn => ((turn + by + 360) % 360) as Turn;

export const sizeOf = (turn: Turn, width: number, height: number): [number, number] =>
  turn % 180 === 0 ? [width, height] : [height, width];

/** Left, top, width and height in thousandths of the picture. */
export function cropOf({ size, across, down }: Square, width: number, height: number): Crop {
  const side = (Math.min(width, height) * size) / 100;
  const [wide, high] = [Math.floor((side / width) * WHOLE), Math.floor((side / height) * WHOLE)];
  return [Math.floor(((WHOLE - wide) * across) / 100), Math.floor(((WHOLE - high) * down) / 100), wide, high];
}

/** The square with its middle at this point of the picture, both in thousandths; at its edge where it would leave it. */
export function movedTo(square: Square, [x, y]: [number, number], width: number, height: number): Square {
  const [, , wide, high] = cropOf(square, width, height);
  const share = (at: number, length: number) =>
    length >= WHOLE ? 50 : Math.round(Math.min(1, Math.max(0, (at - length / 2) / (WHOLE - length))) * 100);
  return { ...square, across: share(x, wide), down: share(y, high) };
}
