import { useAct } from "@kit/form/use-act";
import { http } from "@kit/http/client";
import { Button, buttonClass } from "@kit/ui/button";
import { Notice } from "@kit/ui/notice";
import { PageHeader } from "@kit/ui/page-header";
import { Section } from "@kit/ui/section";
import { Eye } from "lucide-react";
import { useState } from "react";
import type { Product } from "@/api/types";
import { t } from "@/i18n/t";
import { ProductStatus } from "../product-status";
import { useAttributes } from "../use-attributes";
import { AttributeSection } from "./attribute-section";
import { DetailsSection } from "./details-section";
import { type Draft, draftOf, isWhole } from "./draft";
import { LateDialog } from "./late-dialog";
import { LawSection } from "./law-section";
import type { Matrix } from "./matrix";
import { PictureZone } from "./pictures/picture-zone";
import { QualityCard } from "./quality-card";
import { SaveNote } from "./save-state";
import { lacksOf } from "./tips";
import { useAutosave } from "./use-autosave";
import { type Values, withoutAxes } from "./values";
import { VariantSection } from "./variant-section";
import { WaitingNote } from "./waiting-note";
import type { Word } from "./word";
import { WordsSection } from "./words-section";

/** A product as a page that saves itself. `reload` shows what the server has, without what is typed here. */
export function Editor({ product, reload }: { product: Product; reload: () => void }) {
  const [first] = useState(() => draftOf(product));
  const { draft, state, refusal, change, save, overwrite } = useAutosave(product, first);
  const attributes = useAttributes(draft.words.category);
  const propose = useAct(
    (_: undefined, key) => http.post(`seller/products/${product.id}/proposal`, {}, key),
    t("Sent for review. You are told when it is decided."),
  );
  const lacks = lacksOf(product);
  const word: Word = (name) => ({
    name,
    value: draft.words[name] ?? "",
    onChange: (value) => change((now) => ({ ...now, words: { ...now.words, [name]: value } })),
    error: refusal[name],
    lack: lacks[name],
  });
  const say = (values: Values) => change((now) => ({ ...now, values: { ...now.values, ...values } }));
  const arrange = (edit: (matrix: Matrix) => Matrix) => change((now) => arranged(now, edit(now.matrix)));
  const arranged = (now: Draft, matrix: Matrix) => ({
    ...now,
    matrix: {
      ...matrix,
      rows: matrix.rows.map((row) => ({ ...row, values: withoutAxes(row.values, attributes ?? [], matrix.axes) })),
    },
    values: withoutAxes(now.values, attributes ?? [], matrix.axes),
  });
  const send = async () => {
    await save();
    propose.run(undefined);
  };
  return (
    <>
      <PageHeader
        title={draft.words.title?.trim() || t("Without a name")}
        badge={<ProductStatus status={product.status} />}
        back={{ to: `/products/${product.id}`, label: t("Product") }}
        actions={
          <>
            <a href={product.preview_url} target="_blank" rel="noreferrer" className={buttonClass()}>
              <Eye aria-hidden size={16} />
              {t("Preview")}
            </a>
            {product.actions.includes("propose") && (
              <Button look="solid" isPending={propose.running} isDisabled={state === "late"} onPress={send}>
                {t("Send for review")}
              </Button>
            )}
          </>
        }
      />
      <div className="sticky top-0 z-10 -mx-1 mb-3 flex min-h-10 items-center bg-canvas px-1 py-1 sm:min-h-0">
        <SaveNote state={state} whole={isWhole(draft)} waits={product.change?.status === "pending"} retry={save} />
      </div>
      <div className="grid gap-4 pb-6 xl:grid-cols-[minmax(0,1fr)_20rem] xl:items-start">
        <div className="flex min-w-0 flex-col gap-4">
          {product.rejection_reason && product.status === "rejected" && (
            <Notice tone="bad" title={t("Sent back with this reason")}>
              {product.rejection_reason}
            </Notice>
          )}
          <WaitingNote product={product} state={state} save={save} change={change} reload={reload} />
          {state === "refused" && refusal[""] && (
            <Notice tone="bad" alert title={t("Not saved: see what is marked")}>
              {refusal[""]}
            </Notice>
          )}
          <WordsSection word={word} />
          <Section title={t("Pictures")}>
            <PictureZone productId={product.id} rows={draft.matrix.rows} />
          </Section>
          <AttributeSection
            attributes={attributes}
            values={draft.values}
            axes={draft.matrix.axes}
            refusal={refusal}
            lacks={lacks}
            onChange={say}
          />
          <VariantSection
            product={product}
            title={draft.words.title ?? ""}
            attributes={attributes ?? []}
            values={draft.values}
            matrix={draft.matrix}
            refusal={refusal}
            lack={lacks.variants}
            onChange={arrange}
          />
          <LawSection word={word} />
          <DetailsSection draft={draft} word={word} change={change} />
        </div>
        <div className="xl:sticky xl:top-12">
          <QualityCard product={product} />
        </div>
      </div>
      {state === "late" && <LateDialog keepMine={overwrite} takeTheirs={reload} />}
    </>
  );
}
