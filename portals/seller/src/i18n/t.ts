import type { KitWord } from "@kit/i18n/t";
import { typed, typedCount } from "@kit/i18n/t";
import type words from "./hi";

type Word = KitWord | keyof typeof words;

export const t = typed<Word>();
export const tn = typedCount<Word>();
