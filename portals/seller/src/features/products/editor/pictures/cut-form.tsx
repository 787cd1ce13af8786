import { Button } from "@kit/ui/button";
import { Checkbox } from "@kit/ui/checkbox";
import { DialogFooter } from "@kit/ui/dialog";
import { RotateCcw, RotateCw } from "lucide-react";
import { useMemo, useState } from "react";
import type { Picture } from "@/api/types";
import { t } from "@/i18n/t";
import { type Crop, cropOf, MIDDLE, movedTo, type Square, sizeOf, type Turn, turned } from "./cut";
import { CutCanvas } from "./cut-canvas";

export interface Cut {
  turn?: Turn;
  crop?: Crop;
  anew?: boolean;
}

interface CutFormProps {
  picture: Picture;
  isSending: boolean;
  onCut: (cut: Cut) => void;
  onBack: () => void;
}

const SIDE_MIN = 200; // pixels that the server asks for

/** Turning a picture and cutting a square out of it, by hand, by touch, or by the arrow keys on the sliders. */
export function CutForm({ picture, isSending, onCut, onBack }: CutFormProps) {
  const [turn, setTurn] = useState<Turn>(0);
  const [square, setSquare] = useState<Square>();
  const [width, height] = sizeOf(turn, picture.width ?? 1, picture.height ?? 1);
  const crop = useMemo(() => square && cropOf(square, width, height), [square, width, height]);
  const least = Math.min(100, Math.ceil((SIDE_MIN / Math.min(width, height)) * 100) + 1);
  const slider = (name: keyof Square, label: string, min: number, isFree = true) => (
    <label className="flex flex-col gap-1 text-sm">
      {label}
      <input
        type="range"
        min={min}
        max={100}
        value={square?.[name] ?? 0}
        disabled={!isFree}
        onChange={({ target }) => square && setSquare({ ...square, [name]: Number(target.value) })}
        className="h-8 w-full cursor-pointer accent-(--accent) disabled:cursor-default disabled:opacity-40"
      />
    </label>
  );
  return (
    <div className="flex flex-col gap-4">
      <CutCanvas
        url={picture.url ?? ""}
        turn={turn}
        crop={crop}
        onPoint={(at) => square && setSquare(movedTo(square, at, width, height))}
      />
      <div className="flex flex-wrap items-center gap-2">
        <Button size="sm" onPress={() => setTurn(turned(turn, -90))}>
          <RotateCcw aria-hidden size={15} />
          {t("Turn left")}
        </Button>
        <Button size="sm" onPress={() => setTurn(turned(turn, 90))}>
          <RotateCw aria-hidden size={15} />
          {t("Turn right")}
        </Button>
        <Checkbox
          label={t("Cut a square out of it")}
          checked={!!square}
          onChange={(on) => setSquare(on ? MIDDLE : undefined)}
        />
      </div>
      {square && (
        <div className="grid gap-3 sm:grid-cols-3">
          {slider("size", t("Size"), least)}
          {slider("across", t("From the left"), 0, crop && crop[2] < 1000)}
          {slider("down", t("From above"), 0, crop && crop[3] < 1000)}
        </div>
      )}
      <p className="text-muted text-xs">{t("The original is kept; you can always go back to it.")}</p>
      <DialogFooter>
        {picture.is_cut && (
          <Button isDisabled={isSending} onPress={() => onCut({ anew: true })}>
            {t("Back to the original")}
          </Button>
        )}
        <Button onPress={onBack}>{t("Cancel")}</Button>
        <Button
          look="solid"
          isPending={isSending}
          isDisabled={turn === 0 && !crop}
          onPress={() => onCut({ turn, ...(crop && { crop }) })}
        >
          {t("Save")}
        </Button>
      </DialogFooter>
    </div>
  );
}
