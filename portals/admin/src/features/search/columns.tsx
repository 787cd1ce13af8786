import { Age } from "@kit/format/date";
import type { Column } from "@kit/table/columns";
import { Badge } from "@kit/ui/badge";
import { Button } from "@kit/ui/button";
import { t } from "@/i18n/t";
import { Remove } from "./remove";
import type { AskedQuestion, CuratedResult, SynonymGroup } from "./types";

export function synonymColumns(mayEdit: boolean, change: (group: SynonymGroup) => void): Column<SynonymGroup>[] {
  return [
    {
      id: "words",
      header: t("Words"),
      cell: ({ words, one_way }) => <span className="font-medium">{words.join(one_way ? " → " : ", ")}</span>,
    },
    {
      id: "from",
      header: t("From"),
      from: "sm",
      cell: ({ from_manifest }) => (from_manifest ? <Badge>{t("brand file")}</Badge> : t("this page")),
    },
    { id: "updated_at", header: t("Changed"), from: "md", cell: ({ updated_at }) => <Age at={updated_at} /> },
    ...(mayEdit
      ? [
          {
            id: "act",
            header: t("Change"),
            end: true,
            cell: (group: SynonymGroup) => (
              <span className="inline-flex gap-1">
                <Button size="sm" look="quiet" onPress={() => change(group)}>
                  {t("Change")}
                </Button>
                <Remove
                  path={`admin/search/synonyms/${group.id}`}
                  title={t("Take away “{words}”", { words: group.words.join(", ") })}
                  consequence={t("Each word finds only itself again.")}
                />
              </span>
            ),
          },
        ]
      : []),
  ];
}

export function curatedColumns(mayEdit: boolean): Column<CuratedResult>[] {
  return [
    {
      id: "question",
      header: t("What shoppers type"),
      cell: ({ question }) => <span className="font-medium">{question}</span>,
    },
    { id: "title", header: t("Product"), cell: ({ title }) => title },
    {
      id: "position",
      header: t("Place"),
      cell: ({ position }) => position ?? <Badge tone="warn">{t("hidden")}</Badge>,
    },
    ...(mayEdit
      ? [
          {
            id: "act",
            header: t("Change"),
            end: true,
            cell: ({ id, title, question }: CuratedResult) => (
              <Remove
                path={`admin/search/curated/${id}`}
                title={t("Leave “{title}” to the search again", { title })}
                consequence={t("The results of “{question}” are ordered by relevance again.", { question })}
              />
            ),
          },
        ]
      : []),
  ];
}

export function askedColumns(act: ((text: string) => void) | undefined, label: string): Column<AskedQuestion>[] {
  return [
    { id: "text", header: t("What shoppers type"), cell: ({ text }) => <span className="font-medium">{text}</span> },
    { id: "times", header: t("Times"), end: true, cell: ({ times }) => <span className="tnum">{times}</span> },
    {
      id: "found",
      header: t("Found"),
      end: true,
      from: "sm",
      cell: ({ found }) => <span className="tnum">{found}</span>,
    },
    { id: "last_at", header: t("Last"), from: "md", cell: ({ last_at }) => <Age at={last_at} /> },
    ...(act
      ? [
          {
            id: "act",
            header: t("Change"),
            end: true,
            cell: ({ text }: AskedQuestion) => (
              <Button size="sm" look="quiet" onPress={() => act(text)}>
                {label}
              </Button>
            ),
          },
        ]
      : []),
  ];
}
