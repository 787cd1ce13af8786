import type { ImportRow } from "@kit/files/types";

/** A file of goods with whose it is. */
export type ImportedFile = ImportRow & { seller: { slug: string; name: string } | null };
