import { http } from "@kit/http/client";
import type { InventoryGridOut } from "@/api/seller/types.gen";
import type { EditBody, GridRow } from "./sheet";

export type Grid = Omit<InventoryGridOut, "rows"> & { rows: GridRow[] };

export interface BulkResult {
  offer_id: string | null;
  sku: string;
  state: "changed" | "unchanged" | "refused";
  before: Record<string, string | number>;
  after: Record<string, string | number>;
  problems: Record<string, string[]>;
}

export interface BulkAnswer {
  id: string | null;
  changed: number;
  refused: number;
  results: BulkResult[];
}

export const sendRows = async (rows: EditBody[], key: string, trial: boolean) =>
  (await http.post<BulkAnswer>("seller/bulk-edits", { rows, is_trial: trial }, key)).data;

export const undo = async (id: string) =>
  (await http.post<{ rows: number; kept: string[] }>(`seller/bulk-edits/${id}/undo`)).data;
