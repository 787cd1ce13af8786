import { Button } from "@kit/ui/button";
import { CopyValue } from "@kit/ui/copy-value";
import { Dialog, DialogFooter } from "@kit/ui/dialog";
import type { IssuedCard } from "@/api/types";
import { t } from "@/i18n/t";

interface IssuedCodeProps {
  of: IssuedCard;
  /** Asked for where the request came twice: its first answer had the code, and was lost on the way. */
  onReplace: () => void;
  onClose: () => void;
}

/** The only time that the code is seen: to be copied, or put into a letter of one's own. */
export function IssuedCode({ of: { card, code }, onReplace, onClose }: IssuedCodeProps) {
  if (!code)
    return (
      <Dialog title={t("The card is there, its code is not")} onClose={onClose} alert>
        <p className="text-sm">
          {t("•••• {last4} was issued when this was sent before. Its code was in that answer and is kept nowhere.", {
            last4: card.last4,
          })}
        </p>
        <DialogFooter>
          <Button onPress={onClose}>{t("I have the code")}</Button>
          <Button look="solid" onPress={onReplace}>
            {t("Make a new code")}
          </Button>
        </DialogFooter>
      </Dialog>
    );
  return (
    <Dialog title={t("The code of the gift card")} onClose={onClose} alert>
      <div className="flex flex-col gap-3 text-sm">
        <CopyValue value={code} large />
        <p className="text-muted">{t("It is kept nowhere. Whoever loses it needs a new one, on the card's page.")}</p>
        {card.recipient && (
          <a className="underline" href={letterTo(card, code)}>
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

function letterTo(card: IssuedCard["card"], code: string): string {
  const text = [card.message, t("Your gift card of {amount}: {code}", { amount: card.balance.text, code })];
  const letter = new URLSearchParams({ subject: t("A gift card for you"), body: text.filter(Boolean).join("\n\n") });
  return `mailto:${encodeURIComponent(card.recipient)}?${letter.toString().replaceAll("+", "%20")}`;
}
