import { t } from "@kit/i18n/t";
import { Button } from "@kit/ui/button";
import { FileText, Trash2 } from "lucide-react";

export interface PaperRow {
  id: string;
  name: string;
  kind: string;
  bytes: number;
  url: string;
  from?: string;
}

/** Papers that are kept with a thing: what each proves, who sent it, a way to read it and to take it out. */
export function PaperList({ papers, onRemove }: { papers: PaperRow[]; onRemove?: (id: string) => void }) {
  if (papers.length === 0) return <p className="text-muted text-sm">{t("No papers yet.")}</p>;
  return (
    <ul className="divide-y divide-line">
      {papers.map(({ id, name, kind, bytes, url, from }) => (
        <li key={id} className="flex items-center gap-3 py-2 text-sm">
          <FileText aria-hidden size={17} className="shrink-0 text-muted" />
          <div className="min-w-0 flex-1">
            <a href={url} download className="wrap-anywhere font-medium underline underline-offset-2">
              {name}
            </a>
            <p className="text-muted text-xs">{[kind, size(bytes), from].filter(Boolean).join(" · ")}</p>
          </div>
          {onRemove && (
            <Button size="sm" aria-label={t("Take {name} out", { name })} onPress={() => onRemove(id)}>
              <Trash2 aria-hidden size={15} />
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

const size = (bytes: number) =>
  bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
