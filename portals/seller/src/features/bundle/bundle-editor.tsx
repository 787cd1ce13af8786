import { call } from "@kit/http/client";
import { Button } from "@kit/ui/button";
import { EmptyState } from "@kit/ui/empty-state";
import { inputClass } from "@kit/ui/label";
import { Notice } from "@kit/ui/notice";
import { Section } from "@kit/ui/section";
import { toastDone, toastProblem } from "@kit/ui/toast";
import { useQueryClient } from "@tanstack/react-query";
import { clsx } from "clsx";
import { PackageOpen, X } from "lucide-react";
import { useState } from "react";
import type { InventoryBundleOut } from "@/api/seller/types.gen";
import { t, tn } from "@/i18n/t";
import { PartFinder } from "./part-finder";

type Part = InventoryBundleOut["components"][number];

/** Parts with their numbers; saving an empty list makes the variant plain again. */
export function BundleEditor({ bundle }: { bundle: InventoryBundleOut }) {
  const [parts, setParts] = useState<Part[]>(bundle.components);
  const [saving, setSaving] = useState(false);
  const queries = useQueryClient();
  const mayEdit = bundle.actions.includes("edit");
  const isChanged = JSON.stringify(parts) !== JSON.stringify(bundle.components);
  const setQuantity = (sku: string, quantity: number) =>
    setParts((now) => now.map((one) => (one.sku === sku ? { ...one, quantity } : one)));
  const save = async () => {
    setSaving(true);
    const components = parts.map(({ sku, quantity }) => ({ sku, quantity }));
    try {
      await call("PUT", `seller/variants/${bundle.id}/components`, { body: { components } });
      toastDone(t("Saved"));
      await queries.invalidateQueries();
    } catch (problem) {
      toastProblem(problem);
    }
    setSaving(false);
  };
  return (
    <div className="flex max-w-3xl flex-col gap-4">
      {!mayEdit && <Notice title={t("This product is in the shop, so the brand has to change what is inside.")} />}
      <Section
        title={t("What is inside")}
        flush
        aside={
          bundle.components.length > 0 &&
          tn("{count} bundle can be sold", "{count} bundles can be sold", bundle.available)
        }
      >
        {parts.length === 0 && (
          <EmptyState icon={PackageOpen} title={t("Nothing inside")}>
            {t("Sold as it is, with a count of its own. Add parts to make it a bundle.")}
          </EmptyState>
        )}
        <ul className="divide-y divide-line">
          {parts.map(({ sku, title, options, quantity }) => (
            <li key={sku} className="flex items-center gap-3 px-4 py-2.5 text-sm">
              <span className="min-w-0 flex-1">
                <span className="wrap-anywhere block font-medium">{[title, options].filter(Boolean).join(" · ")}</span>
                <span className="text-muted text-xs">{sku}</span>
              </span>
              <span className="w-20 shrink-0">
                <input
                  type="number"
                  min={1}
                  max={999}
                  value={quantity}
                  disabled={!mayEdit}
                  aria-label={t("How many of {sku}", { sku })}
                  onChange={(event) => setQuantity(sku, Math.max(1, Number(event.target.value) || 1))}
                  className={clsx(inputClass, "tnum h-10 text-right sm:h-8")}
                />
              </span>
              {mayEdit && (
                <Button
                  size="icon"
                  look="quiet"
                  aria-label={t("Take {sku} out", { sku })}
                  onPress={() => setParts((now) => now.filter((one) => one.sku !== sku))}
                >
                  <X aria-hidden size={16} />
                </Button>
              )}
            </li>
          ))}
        </ul>
        {mayEdit && (
          <PartFinder
            taken={[bundle.sku, ...parts.map(({ sku }) => sku)]}
            onChoose={(part) => setParts((now) => [...now, { ...part, quantity: 1 }])}
          />
        )}
      </Section>
      {mayEdit && (
        <div className="flex gap-2">
          <Button look="solid" onPress={save} isPending={saving} isDisabled={!isChanged}>
            {t("Save")}
          </Button>
          <Button onPress={() => setParts(bundle.components)} isDisabled={!isChanged || saving}>
            {t("Drop changes")}
          </Button>
        </div>
      )}
    </div>
  );
}
