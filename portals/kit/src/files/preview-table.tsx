import { t } from "@kit/i18n/t";
import { Disclosure } from "@kit/ui/disclosure";
import type { FileImport } from "./types";

/** The first rows as they were read, so that wrong letters show before anything is written. */
export function PreviewTable({ row }: { row: FileImport }) {
  return (
    <Disclosure label={t("How the first rows read ({form})", { form: formText(row) })}>
      <div className="overflow-x-auto">
        <table className="w-full text-left text-xs">
          <thead>
            <tr>
              {row.header.map((name) => (
                <th key={name} scope="col" className="whitespace-nowrap py-1 pr-4 font-medium text-muted">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {row.preview.map((cells, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file have no other name and never move
              <tr key={index} className="border-line border-t">
                {cells.map((cell, place) => (
                  <td key={row.header[place]} className="max-w-48 truncate py-1 pr-4">
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Disclosure>
  );
}

const CODECS: Record<string, string> = { "utf-8-sig": "UTF-8", cp1252: "Windows-1252" };

function formText({ layout }: FileImport): string {
  if (layout.kind === "xlsx") return `XLSX · ${layout.sheet}`;
  const sign = layout.delimiter === "\t" ? "Tab" : layout.delimiter;
  return `CSV · ${CODECS[layout.codec] ?? layout.codec.toUpperCase()} · ${sign}`;
}
