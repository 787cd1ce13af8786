import { t } from "@kit/i18n/t";
import { Badge } from "@kit/ui/badge";
import type { DiffLine, Picture } from "./types";
import { type Piece, pieces } from "./words";

interface DiffViewProps {
  lines: DiffLine[];
  labelOf: (label: string) => string;
  /** There is nothing to compare with: what is said stands alone. */
  isNew?: boolean;
}

/** Field by field what would be different: old beside new, with the words that changed marked. */
export function DiffView({ lines, labelOf, isNew }: DiffViewProps) {
  return (
    <dl className="divide-y divide-line">
      {lines.map((line) => (
        <div
          key={`${line.of} ${line.field}`}
          className="grid gap-x-4 gap-y-1 px-4 py-2.5 sm:grid-cols-[10rem_minmax(0,1fr)]"
        >
          <dt className="text-muted text-sm">
            {labelOf(line.label)}
            {line.of && <span className="block font-mono text-xs">{line.of}</span>}
          </dt>
          <dd className="min-w-0 text-sm">
            <Sides line={line} isNew={!!isNew} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Sides({ line, isNew }: { line: DiffLine; isNew: boolean }) {
  const { kind, before, after } = line;
  if (kind === "pictures") return <Pictures before={(before ?? []) as Picture[]} after={(after ?? []) as Picture[]} />;
  if (kind === "new") return <Lines texts={(after ?? []) as string[]} />;
  if (isNew) return kind === "list" ? <Lines texts={after as string[]} /> : <Whole text={text(after)} />;
  const found = pieces(text(before), text(after));
  return (
    <div className="grid gap-2 lg:grid-cols-2 lg:gap-4">
      <Side name={t("Now")} found={found.filter(({ side }) => side !== "after")} mark="before" />
      <Side name={t("Then")} found={found.filter(({ side }) => side !== "before")} mark="after" />
    </div>
  );
}

const text = (value: DiffLine["before"]): string =>
  value === null ? "" : Array.isArray(value) ? value.join("\n") : value;

function Side({ name, found, mark }: { name: string; found: Piece[]; mark: "before" | "after" }) {
  const Mark = mark === "before" ? "del" : "ins";
  const look =
    mark === "before" ? "bg-bad-soft text-bad decoration-bad/60" : "bg-good-soft text-good no-underline font-medium";
  let at = 0;
  return (
    <div className="min-w-0">
      <p className="text-faint text-xs">{name}</p>
      <p className="wrap-anywhere max-h-72 overflow-y-auto whitespace-pre-wrap">
        {found.length === 0 && <span className="text-faint">{t("empty")}</span>}
        {found.map((piece) => {
          at += piece.text.length;
          return piece.side === "both" ? (
            <span key={at}>{piece.text}</span>
          ) : (
            <Mark key={at} className={`rounded-sm px-0.5 ${look}`}>
              {piece.text}
            </Mark>
          );
        })}
      </p>
    </div>
  );
}

const Whole = ({ text: words }: { text: string }) => (
  <p className="wrap-anywhere max-h-72 overflow-y-auto whitespace-pre-wrap">{words}</p>
);

const Lines = ({ texts }: { texts: string[] }) => (
  <ul className="flex flex-wrap gap-1.5">
    {texts.map((one) => (
      <li key={one}>
        <Badge>{one}</Badge>
      </li>
    ))}
  </ul>
);

function Pictures({ before, after }: { before: Picture[]; after: Picture[] }) {
  return (
    <div className="grid gap-3 lg:grid-cols-2">
      {[
        { name: t("Now"), row: before },
        { name: t("Then"), row: after },
      ].map(({ name, row }) => (
        <div key={name}>
          <p className="mb-1 text-faint text-xs">{name}</p>
          <ul className="flex flex-wrap gap-2">
            {row.map(({ id, url, alt }) => (
              <li key={id} className="w-24">
                {url ? (
                  <a href={url} target="_blank" rel="noreferrer">
                    <img
                      src={url}
                      alt={alt || t("Picture")}
                      className="size-24 rounded-lg border border-line object-cover"
                    />
                  </a>
                ) : (
                  <span className="grid size-24 place-items-center rounded-lg border border-line bg-sunken text-faint text-xs">
                    {t("Picture")}
                  </span>
                )}
                <span aria-hidden className="wrap-anywhere line-clamp-3 text-muted text-xs">
                  {alt}
                </span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}
