import { useAct } from "@kit/form/use-act";
import { countryOptions } from "@kit/format/countries";
import { http } from "@kit/http/client";
import { Button, buttonClass } from "@kit/ui/button";
import { Notice } from "@kit/ui/notice";
import { PageHeader } from "@kit/ui/page-header";
import { Section } from "@kit/ui/section";
import { Select } from "@kit/ui/select";
import { Eye } from "lucide-react";
import { useState } from "react";
import type { Product } from "@/api/types";
import { t } from "@/i18n/t";
import { ProductStatus } from "../product-status";
import { useCategoryOptions } from "../use-categories";
import { type Draft, draftOf, isWhole } from "./draft";
import { Field, Lack } from "./field";
import { LateDialog } from "./late-dialog";
import { PictureZone } from "./pictures/picture-zone";
import { QualityCard } from "./quality-card";
import { SaveNote } from "./save-state";
import { SpecificationList } from "./specification-list";
import { TagList } from "./tag-list";
import { lackText } from "./tips";
import { useAutosave } from "./use-autosave";
import { VariantSection } from "./variant-section";

/** A product as a page that saves itself. `reload` shows what the server has, without what is typed here. */
export function Editor({ product, reload }: { product: Product; reload: () => void }) {
  const [first] = useState(() => draftOf(product));
  const { draft, state, refusal, change, save, overwrite } = useAutosave(product, first);
  const categories = useCategoryOptions();
  const propose = useAct(
    (_: undefined, key) => http.post(`seller/products/${product.id}/proposal`, {}, key),
    t("Sent for review. You are told when it is decided."),
  );
  const lacks = Object.fromEntries(product.lacking.map((one) => [one.field, lackText(one)]));
  const set = (more: Partial<Draft>) => change((now) => ({ ...now, ...more }));
  const word = (name: string) => ({
    name,
    value: draft.words[name] ?? "",
    onChange: (value: string) => change((now) => ({ ...now, words: { ...now.words, [name]: value } })),
    error: refusal[name],
    lack: lacks[name],
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
        <SaveNote state={state} whole={isWhole(draft)} retry={save} />
      </div>
      <div className="grid gap-4 pb-6 xl:grid-cols-[minmax(0,1fr)_20rem] xl:items-start">
        <div className="flex min-w-0 flex-col gap-4">
          {product.rejection_reason && product.status === "rejected" && (
            <Notice tone="bad" title={t("Sent back with this reason")}>
              {product.rejection_reason}
            </Notice>
          )}
          {state === "refused" && refusal[""] && (
            <Notice tone="bad" alert title={t("Not saved: see what is marked")}>
              {refusal[""]}
            </Notice>
          )}
          <Section title={t("What it is")}>
            <div className="flex flex-col gap-4">
              <Field
                {...word("title")}
                label={t("Name")}
                maxLength={250}
                error={refusal.title ?? (draft.words.title?.trim() ? undefined : t("Give the product a name."))}
                hint={t("Brand, what it is, size: “Rose face serum, 30 ml”.")}
              />
              <div id="field-category">
                <Select
                  label={t("Category")}
                  options={categories}
                  value={draft.words.category ?? ""}
                  onChange={word("category").onChange}
                  placeholder={t("Choose a category")}
                  error={refusal.category}
                  hint={lacks.category && <Lack>{lacks.category}</Lack>}
                />
              </div>
              <Field {...word("description")} label={t("Description")} rows={7} maxLength={20_000} />
            </div>
          </Section>
          <Section title={t("Pictures")}>
            <PictureZone productId={product.id} rows={draft.matrix.rows} />
          </Section>
          <VariantSection
            product={product}
            title={draft.words.title ?? ""}
            matrix={draft.matrix}
            refusal={refusal}
            lack={lacks.variants}
            onChange={(edit) => change((now) => ({ ...now, matrix: edit(now.matrix) }))}
          />
          <Section title={t("What the law asks for")}>
            <div className="grid gap-4 sm:grid-cols-2">
              <div id="field-country_of_origin">
                <Select
                  label={t("Country of origin")}
                  options={countryOptions()}
                  value={draft.words.country_of_origin ?? ""}
                  onChange={word("country_of_origin").onChange}
                  placeholder={t("Choose the country.")}
                  error={refusal.country_of_origin}
                  hint={lacks.country_of_origin && <Lack>{lacks.country_of_origin}</Lack>}
                />
              </div>
              <Field
                {...word("manufacturer")}
                label={t("Manufacturer")}
                maxLength={300}
                hint={t("Name and address, as on the label.")}
              />
              {"importer" in draft.words && <Field {...word("importer")} label={t("Importer")} maxLength={300} />}
              {"packer" in draft.words && <Field {...word("packer")} label={t("Packer")} maxLength={300} />}
            </div>
          </Section>
          <Section title={t("Details")}>
            <div className="flex flex-col gap-5">
              <div id="field-tags">
                <TagList
                  label={t("Tags")}
                  hint={t("Words that people search by. Enter or a comma adds one.")}
                  values={draft.tags}
                  onAdd={(words) => change((now) => ({ ...now, tags: [...now.tags, ...words] }))}
                  onRemove={(word) => change((now) => ({ ...now, tags: now.tags.filter((one) => one !== word) }))}
                  max={30}
                  maxLength={40}
                />
              </div>
              <div id="field-specifications">
                <h3 className="mb-2 font-medium text-sm">{t("Specifications")}</h3>
                <SpecificationList rows={draft.specifications} onChange={(specifications) => set({ specifications })} />
              </div>
            </div>
          </Section>
        </div>
        <div className="xl:sticky xl:top-12">
          <QualityCard product={product} />
        </div>
      </div>
      {state === "late" && <LateDialog keepMine={overwrite} takeTheirs={reload} />}
    </>
  );
}
