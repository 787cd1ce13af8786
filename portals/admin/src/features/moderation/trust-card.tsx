import { useCan } from "@kit/auth/use-can";
import { useAct } from "@kit/form/use-act";
import { call } from "@kit/http/client";
import { useList } from "@kit/table/use-list";
import { Section } from "@kit/ui/section";
import { Select } from "@kit/ui/select";
import { t } from "@/i18n/t";

interface Trust {
  seller_id: string;
  name: string;
  is_trusted: boolean | null;
  by_default: boolean;
}

const VALUES: Record<string, boolean | null> = { rule: null, trusted: true, watched: false };

/** Whether this seller's goods and edits go into the shop without a look. */
export function TrustCard({ sellerId }: { sellerId: string }) {
  const { data } = useList<Trust>("admin/seller-trust", { limit: 100 });
  const mayEdit = useCan("products.decide");
  const save = useAct(
    (is_trusted: boolean | null) => call("PUT", `admin/seller-trust/${sellerId}`, { body: { is_trusted } }),
    t("Saved"),
  );
  const row = data?.rows.find(({ seller_id }) => seller_id === sellerId);
  if (!row || !mayEdit) return null;
  const rule = row.by_default ? t("The brand's rule: at once") : t("The brand's rule: look first");
  return (
    <Section title={t("Goods and edits")}>
      <Select
        label={t("Before customers see them")}
        options={[
          { value: "rule", label: rule },
          { value: "trusted", label: t("At once, this seller is trusted") },
          { value: "watched", label: t("Always look first") },
        ]}
        value={row.is_trusted === null ? "rule" : row.is_trusted ? "trusted" : "watched"}
        onChange={(value) => save.run(VALUES[value] ?? null)}
      />
    </Section>
  );
}
