import type kitWords from "./hi";
import { translate } from "./language";

export type KitWord = keyof typeof kitWords;

/** A `t` that accepts only sentences the Hindi catalogue knows, so a missing translation does not compile. */
export function typed<Word extends string>() {
  return (sentence: Word, gaps?: Record<string, string | number>) => translate(sentence, gaps);
}

/** Like `typed`, for a sentence with a `{count}` that has one form for one and another for more. */
export function typedCount<Word extends string>() {
  return (one: Word, many: Word, count: number, gaps: Record<string, string | number> = {}) =>
    translate(count === 1 ? one : many, { count, ...gaps });
}

export const t = typed<KitWord>();
