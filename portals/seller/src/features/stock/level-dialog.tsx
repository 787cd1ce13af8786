import { ActDialog } from "@kit/form/act-dialog";
import { TextField } from "@kit/form/text-field";
import { call } from "@kit/http/client";
import { object, pipe, regex, string } from "valibot";
import type { OfferRow } from "@/api/types";
import { t } from "@/i18n/t";

interface LevelDialogProps {
  /** Without an offer it is the number for all that have none of their own. */
  offer?: OfferRow;
  level: number;
  onClose: () => void;
}

/** From how many left on the shop wants to be told. */
export function LevelDialog({ offer, level, onClose }: LevelDialogProps) {
  const number = offer ? /^\d{0,6}$/ : /^\d{1,6}$/;
  const own = offer ? offer.own_level : level;
  return (
    <ActDialog
      title={offer ? t("When {sku} runs low", { sku: offer.sku }) : t("When stock runs low")}
      consequence={t("You see it on the first page when it happens, and get one e-mail in the morning.")}
      values={{ threshold: own === null ? "" : String(own) }}
      schema={object({ threshold: pipe(string(), regex(number, t("Write a whole number."))) })}
      fields={(form) => (
        <TextField
          form={form}
          name="threshold"
          label={t("Tell me at")}
          hint={offer ? t("Empty: the shop’s own number holds.") : t("For every offer that has no number of its own.")}
          inputMode="numeric"
          autoFocus
        />
      )}
      label={t("Save")}
      send={({ threshold }) =>
        call("PUT", offer ? `seller/offers/${offer.id}/alert-level` : "seller/alert-level", {
          body: { threshold: threshold === "" ? null : Number(threshold) },
        })
      }
      doneText={t("Saved")}
      onClose={onClose}
    />
  );
}
