/** What a spreadsheet puts on the clipboard or into a file, as rows of cells: tabs, or commas with quotes. */
export function parseTable(text: string): string[][] {
  const clean = text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  const comma = separatorOf(clean);
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let quoted = false;
  for (let at = 0; at < clean.length; at += 1) {
    const sign = clean[at];
    if (quoted) {
      if (sign === '"' && clean[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else if (sign === '"') quoted = false;
      else cell += sign;
    } else if (sign === '"' && cell === "") quoted = true;
    else if (sign === comma) {
      row.push(cell);
      cell = "";
    } else if (sign === "\n") {
      rows.push([...row, cell]);
      row = [];
      cell = "";
    } else cell += sign;
  }
  if (cell !== "" || row.length > 0) rows.push([...row, cell]);
  return rows.map((cells) => cells.map(plainCell)).filter((cells) => cells.some((one) => one !== ""));
}

/** Tabs where there are any: prices may have commas in them. */
function separatorOf(text: string): string {
  const first = text.slice(0, text.indexOf("\n") + 1 || undefined);
  if (first.includes("\t")) return "\t";
  return !first.includes(",") && first.includes(";") ? ";" : ",";
}

/** Our own files put an apostrophe before what a spreadsheet would run. */
const plainCell = (cell: string) => cell.trim().replace(/^'(?=[=+\-@])/, "");

export const FIELDS = ["price", "mrp", "on_hand", "handling_days", "status"] as const;
export type Field = (typeof FIELDS)[number];

const HEADERS: Record<string, Field | "sku" | "place"> = {
  sku: "sku",
  place: "place",
  जगह: "place",
  price: "price",
  "selling price": "price",
  दाम: "price",
  mrp: "mrp",
  एमआरपी: "mrp",
  "on hand": "on_hand",
  stock: "on_hand",
  quantity: "on_hand",
  qty: "on_hand",
  "on the shelf": "on_hand",
  स्टॉक: "on_hand",
  "handling days": "handling_days",
  handling: "handling_days",
  status: "status",
  स्थिति: "status",
};

export interface PastedRow {
  sku: string;
  place: string;
  cells: Partial<Record<Field, string>>;
}

export interface Pasted {
  rows: PastedRow[];
  /** Why nothing could be read. */
  problem: "empty" | "no_sku" | "no_column" | undefined;
}

/** Rows that name their SKU under a header. Columns with other names are left alone. */
export function readNamed(text: string): Pasted {
  const [header, ...lines] = parseTable(text);
  if (!header || lines.length === 0) return { rows: [], problem: "empty" };
  const columns = header.map((name) => HEADERS[name.toLowerCase().replaceAll("_", " ")]);
  if (!columns.includes("sku")) return { rows: [], problem: "no_sku" };
  if (!columns.some((column) => column && column !== "sku" && column !== "place"))
    return { rows: [], problem: "no_column" };
  const rows = lines.map((cells) => {
    const row: PastedRow = { sku: "", place: "", cells: {} };
    columns.forEach((column, index) => {
      const value = cells[index] ?? "";
      if (column === "sku" || column === "place") row[column] = value;
      else if (column && value !== "") row.cells[column] = value;
    });
    return row;
  });
  return { rows: rows.filter(({ sku }) => sku !== ""), problem: undefined };
}

/** Cells pasted onto one cell of the grid: they fill it and what lies right of it and below. */
export function fillFrom(text: string, field: Field): Partial<Record<Field, string>>[] {
  const start = FIELDS.indexOf(field);
  return parseTable(text).map((cells) => {
    const filled: Partial<Record<Field, string>> = {};
    cells.forEach((cell, index) => {
      const target = FIELDS[start + index];
      if (target && cell !== "") filled[target] = cell;
    });
    return filled;
  });
}

/** More than one cell; a single one is an ordinary paste into a text box. */
export const isTable = (text: string) => /[\t\n]/.test(text.replace(/\r?\n$/, ""));
