import { http } from "@kit/http/client";

/** Prices and counts of everything, to be changed in a spreadsheet and pasted or read back. */
export async function saveStockFile() {
  const { data } = await http.get<{ csv: string; rows: number }>("seller/stock/file");
  const address = URL.createObjectURL(new Blob([data.csv], { type: "text/csv;charset=utf-8" }));
  const link = Object.assign(document.createElement("a"), { href: address, download: "stock.csv" });
  link.click();
  URL.revokeObjectURL(address);
}
