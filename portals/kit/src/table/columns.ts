import { type ColumnDef, columnVisibilityFeature, rowSelectionFeature, tableFeatures } from "@tanstack/react-table";
import type { ReactNode } from "react";

export const features = tableFeatures({ columnVisibilityFeature, rowSelectionFeature });
export type Features = typeof features;

export interface Column<Row> {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  end?: boolean;
  /** The server sorts by this id. */
  sortable?: boolean;
  /** Shown from this width on; what a phone needs belongs into the first columns. */
  from?: "sm" | "md" | "lg" | "xl";
}

export interface ColumnMeta {
  end: boolean;
  sortable: boolean;
  className: string;
}

const FROM = { sm: "max-sm:hidden", md: "max-md:hidden", lg: "max-lg:hidden", xl: "max-xl:hidden" };

export function toColumnDefs<Row extends object>(columns: Column<Row>[]): ColumnDef<Features, Row>[] {
  return columns.map((column) => ({
    id: column.id,
    header: column.header,
    cell: ({ row }) => column.cell(row.original),
    meta: {
      end: column.end ?? false,
      sortable: column.sortable ?? false,
      className: column.from ? FROM[column.from] : "",
    },
  }));
}

export const metaOf = (column: { columnDef: { meta?: unknown } }) => column.columnDef.meta as ColumnMeta;
