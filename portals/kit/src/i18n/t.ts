import type kitWords from "./hi";
import { translate } from "./language";

export type KitWord = keyof typeof kitWords;

/** A `t` that accepts only sentences the Hindi catalogue knows, so a missing translation does not compile. */
export function typed<Word extends string>() {
  return (sentence: Word, gaps?: Record<string, string | number>) => translate(sentence, gaps);
}

export const t = typed<KitWord>();
