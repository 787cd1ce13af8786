/** A piece of a text: in both, only before, or only after. */
export interface Piece {
  text: string;
  side: "both" | "before" | "after";
}

const WORDS_MAX = 1200;
const split = (text: string) => text.match(/\s+|[^\s]+/g) ?? [];

/**
 * What changed between two texts, word by word, by their longest common run of words. Blanks are words too, so that
 * both texts can be put together again from the pieces. Very long texts are shown whole, before and after.
 */
export function pieces(before: string, after: string): Piece[] {
  const old = split(before);
  const now = split(after);
  if (old.length > WORDS_MAX || now.length > WORDS_MAX) {
    return before === after
      ? [both(before)]
      : [only(before, "before"), only(after, "after")].filter(({ text }) => text);
  }
  const common = table(old, now);
  const found: Piece[] = [];
  let i = 0;
  let j = 0;
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      add(found, old[i] as string, "both");
      i++;
      j++;
    } else if (i < old.length && (j === now.length || at(common, i + 1, j) >= at(common, i, j + 1))) {
      add(found, old[i] as string, "before");
      i++;
    } else {
      add(found, now[j] as string, "after");
      j++;
    }
  }
  return found;
}

const both = (text: string): Piece => ({ text, side: "both" });
const only = (text: string, side: "before" | "after"): Piece => ({ text, side });
const at = (rows: Uint16Array[], i: number, j: number) => rows[i]?.[j] ?? 0;

function table(old: string[], now: string[]): Uint16Array[] {
  const rows = Array.from({ length: old.length + 1 }, () => new Uint16Array(now.length + 1));
  for (let i = old.length - 1; i >= 0; i--) {
    const row = rows[i] as Uint16Array;
    for (let j = now.length - 1; j >= 0; j--) {
      row[j] = old[i] === now[j] ? at(rows, i + 1, j + 1) + 1 : Math.max(at(rows, i + 1, j), at(rows, i, j + 1));
    }
  }
  return rows;
}

function add(found: Piece[], text: string, side: Piece["side"]) {
  const last = found.at(-1);
  if (last?.side === side) last.text += text;
  else found.push({ text, side });
}
