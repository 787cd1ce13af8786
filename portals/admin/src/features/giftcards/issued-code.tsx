import { Button } from "@kit/ui/button";
import { CopyValue } from "@kit/ui/copy-value";
import { Dialog, DialogFooter } from "@kit/ui/dialog";
import type { IssuedCard } from "@/api/types";
import { t } from "@/i18n/t";

/** The only time that the code is seen: to be copied, or put into a letter of one's own. */
export function IssuedCode({ of: { card, code }, onClose }: { of: IssuedCard; onClose: () => void }) {
  const text = [card.message, t("Your gift card of {amount}: {code}", { amount: card.amount.text, code })];
  const letter = new URLSearchParams({ subject: t("A gift card for you"), body: text.filter(Boolean).join("\n\n") });
  const mail = `mailto:${encodeURIComponent(card.recipient)}?${letter.toString().replaceAll("+", "%20")}`;
  return (
    <Dialog title={t("The code of the gift card")} onClose={onClose} alert>
      <div className="flex flex-col gap-3 text-sm">
        <CopyValue value={code} />
        <p className="text-muted">{t("It is kept nowhere. Whoever loses it needs a new card: block this one then.")}</p>
        {card.recipient && (
          <a className="underline" href={mail}>
            {t("Write it to {who}", { who: card.recipient })}
          </a>
        )}
      </div>
      <DialogFooter>
        <Button look="solid" onPress={onClose}>
          {t("I have passed it on")}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
