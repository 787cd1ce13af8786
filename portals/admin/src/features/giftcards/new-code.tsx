import { ReasonDialog } from "@kit/form/reason-dialog";
import { http } from "@kit/http/client";
import type { GiftCardRow, IssuedCard } from "@/api/types";
import { t } from "@/i18n/t";

interface NewCodeProps {
  card: Pick<GiftCardRow, "id" | "last4">;
  onIssued: (issued: IssuedCard) => void;
  onClose: () => void;
}

/** The same money under another code, for one that was lost, seen by others or never seen at all. */
export function NewCode({ card: { id, last4 }, onIssued, onClose }: NewCodeProps) {
  return (
    <ReasonDialog
      title={t("New code for •••• {last4}", { last4 })}
      consequence={t("The code until now is worth nothing from this moment on. What is left on the card stays.")}
      label={t("Make a new code")}
      send={async (reason, key) =>
        onIssued((await http.post<IssuedCard>(`admin/gift-cards/${id}/code`, { reason }, key)).data)
      }
      onClose={onClose}
    />
  );
}
