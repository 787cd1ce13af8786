import type { InventoryDropOut, InventoryUnitOut } from "@/api/seller/types.gen";

export type Drop = InventoryDropOut;
export type Unit = InventoryUnitOut;
