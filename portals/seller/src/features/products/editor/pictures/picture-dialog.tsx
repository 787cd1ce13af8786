import { FieldFooter } from "@kit/form/text-field";
import { Button } from "@kit/ui/button";
import { Dialog, DialogFooter } from "@kit/ui/dialog";
import { inputClass, labelClass } from "@kit/ui/label";
import { Select } from "@kit/ui/select";
import { clsx } from "clsx";
import { Crop } from "lucide-react";
import { useState } from "react";
import { Input, Label, TextField } from "react-aria-components";
import type { Picture } from "@/api/types";
import { t } from "@/i18n/t";
import { labelOf, type Row } from "../matrix";
import { type Cut, CutForm } from "./cut-form";
import type { Pictures } from "./use-pictures";

interface PictureDialogProps {
  picture: Picture;
  rows: Row[];
  pictures: Pictures;
  onClose: () => void;
}

/** What a picture shows in words, which variant it is of, and taking it away after asking once. */
export function PictureDialog({ picture, rows, pictures, onClose }: PictureDialogProps) {
  const [alt, setAlt] = useState(picture.alt);
  const [variant, setVariant] = useState(picture.variant ?? "");
  const [removing, setRemoving] = useState(false);
  const [cutting, setCutting] = useState(false);
  const [sending, setSending] = useState(false);
  const saved = rows.filter(({ id, options }) => id && options.length > 0);
  const options = [
    { value: "", label: t("All variants") },
    ...saved.map((row) => ({ value: row.id ?? "", label: labelOf(row) })),
  ];
  const finish = (work: Promise<unknown>) => work.then(onClose);
  const change = () => pictures.change(picture.id, { alt, variant: variant || null });
  const cut = async (how: Cut) => {
    setSending(true);
    if (alt !== picture.alt || variant !== (picture.variant ?? "")) await change();
    await pictures.cut(picture.id, how);
    onClose();
  };
  if (cutting) {
    return (
      <Dialog title={t("Turn or crop")} onClose={onClose}>
        <CutForm picture={picture} isSending={sending} onCut={cut} onBack={() => setCutting(false)} />
      </Dialog>
    );
  }
  if (removing) {
    return (
      <Dialog title={t("Remove this picture?")} alert onClose={onClose}>
        <p className="mb-4 text-sm">{t("You can upload it again, if you want it back.")}</p>
        <DialogFooter>
          <Button onPress={() => setRemoving(false)}>{t("Cancel")}</Button>
          <Button look="danger" onPress={() => finish(pictures.remove(picture.id))}>
            {t("Remove picture")}
          </Button>
        </DialogFooter>
      </Dialog>
    );
  }
  return (
    <Dialog title={t("Picture")} onClose={onClose}>
      <div className="flex flex-col gap-4">
        {picture.url && (
          <img
            src={picture.url}
            alt={alt}
            className="mx-auto max-h-48 max-w-full rounded-lg bg-sunken object-contain"
          />
        )}
        <TextField value={alt} onChange={setAlt} className="flex flex-col gap-1.5">
          <Label className={labelClass}>{t("What it shows")}</Label>
          <Input maxLength={250} className={clsx(inputClass, "h-11 sm:h-9")} />
          <FieldFooter hint={t("Read aloud to people who cannot see it: “Blue tumbler from above, half full”.")} />
        </TextField>
        {saved.length > 0 && (
          <Select
            label={t("Shown for")}
            options={options}
            value={variant}
            onChange={setVariant}
            placeholder={t("All variants")}
          />
        )}
        {picture.status === "ready" && picture.sources.length > 0 && (
          <div>
            <Button onPress={() => setCutting(true)}>
              <Crop aria-hidden size={15} />
              {t("Turn or crop")}
            </Button>
          </div>
        )}
        <DialogFooter>
          <Button look="danger" onPress={() => setRemoving(true)}>
            {t("Remove picture")}
          </Button>
          <Button look="solid" onPress={() => finish(change())}>
            {t("Save")}
          </Button>
        </DialogFooter>
      </div>
    </Dialog>
  );
}
