import { Notice } from "@kit/ui/notice";
import { useEffect, useRef } from "react";
import type { Product } from "@/api/types";
import { t } from "@/i18n/t";
import { PendingChange } from "../pending-change";
import type { Draft } from "./draft";
import type { SaveState } from "./use-autosave";
import { withWanted } from "./wanted";

interface WaitingNoteProps {
  product: Product;
  state: SaveState;
  save: () => Promise<void>;
  change: (edit: (draft: Draft) => Draft) => void;
  reload: () => void;
}

/** Of what is in the shop: that edits wait, which do, and what became of them. */
export function WaitingNote({ product, state, save, change, reload }: WaitingNoteProps) {
  useReloadWhenSentBack(product, state, reload);
  const status = product.change?.status;
  if (!product.edits_wait) return null;
  if (status === "pending" || status === "rejected") {
    return (
      <PendingChange
        product={product}
        before={save}
        after={reload}
        resume={(wanted) => change((now) => withWanted(now, wanted))}
      />
    );
  }
  return (
    <Notice title={t("This is in the shop. What you change waits for the brand; the shop shows the old until then.")}>
      {t("Prices and stock change at once.")}
    </Notice>
  );
}

/** The words that came back are not in the shop: the editor shows what is, with the reason above it. */
function useReloadWhenSentBack(product: Product, state: SaveState, reload: () => void) {
  const { change } = product;
  const waited = useRef(change?.status === "pending");
  useEffect(() => {
    const isBack = waited.current && change?.status === "rejected";
    if (isBack && state !== "saved") return;
    waited.current = change?.status === "pending";
    if (isBack) reload();
  }, [change?.status, state, reload]);
}
