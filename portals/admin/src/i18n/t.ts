import type { KitWord } from "@kit/i18n/t";
import { typed } from "@kit/i18n/t";
import type words from "./hi";

export const t = typed<KitWord | keyof typeof words>();
