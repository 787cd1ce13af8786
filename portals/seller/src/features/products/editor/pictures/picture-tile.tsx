import { Badge } from "@kit/ui/badge";
import { Button } from "@kit/ui/button";
import { ArrowLeft, ArrowRight, CircleAlert, LoaderCircle, Pencil } from "lucide-react";
import type { KeyboardEvent } from "react";
import type { Picture } from "@/api/types";
import { t } from "@/i18n/t";
import { labelOf, type Row } from "../matrix";

interface PictureTileProps {
  picture: Picture;
  place: number;
  count: number;
  variant?: Row;
  move: (to: number) => void;
  open: () => void;
}

export function PictureTile({ picture, place, count, variant, move, open }: PictureTileProps) {
  const name = picture.alt || t("Picture {number}", { number: place + 1 });
  const onKeyDown = ({ key, altKey }: KeyboardEvent) => {
    if (altKey && key === "ArrowLeft") move(place - 1);
    if (altKey && key === "ArrowRight") move(place + 1);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are of the buttons inside
    <div className="overflow-hidden rounded-lg border border-line" onKeyDown={onKeyDown}>
      <div className="relative aspect-square bg-sunken">
        <Shown picture={picture} />
        <div className="absolute top-2 left-2 flex flex-col items-start gap-1">
          {place === 0 && <Badge tone="info">{t("First picture")}</Badge>}
          {!picture.is_live && <Badge tone="warn">{t("Not in the shop yet")}</Badge>}
          {variant && <Badge>{labelOf(variant) || variant.sku}</Badge>}
        </div>
      </div>
      <div className="flex items-center justify-between px-1 py-1">
        <span className="flex">
          <Button
            look="quiet"
            size="icon"
            aria-label={t("Move {name} earlier", { name })}
            isDisabled={place === 0}
            onPress={() => move(place - 1)}
          >
            <ArrowLeft aria-hidden size={15} />
          </Button>
          <Button
            look="quiet"
            size="icon"
            aria-label={t("Move {name} later", { name })}
            isDisabled={place === count - 1}
            onPress={() => move(place + 1)}
          >
            <ArrowRight aria-hidden size={15} />
          </Button>
        </span>
        <Button look="quiet" size="icon" aria-label={t("Edit {name}", { name })} onPress={open}>
          <Pencil aria-hidden size={15} />
        </Button>
      </div>
    </div>
  );
}

function Shown({ picture }: { picture: Picture }) {
  const { status, url, alt, width, height, sources } = picture;
  if (status === "failed") {
    return (
      <p
        role="alert"
        className="flex size-full flex-col items-center justify-center gap-1 p-3 text-center text-bad text-xs"
      >
        <CircleAlert aria-hidden size={18} />
        {picture.problem}
      </p>
    );
  }
  if (status === "processing" || !url) {
    return (
      <p role="status" className="flex size-full flex-col items-center justify-center gap-2 text-muted text-xs">
        <LoaderCircle aria-hidden size={20} className="animate-spin" />
        {t("Making sizes …")}
      </p>
    );
  }
  return (
    <picture>
      {sources.map(({ type, srcset }) => (
        <source key={type} type={type} srcSet={srcset} sizes="(min-width: 40rem) 14rem, 45vw" />
      ))}
      <img
        src={url}
        alt={alt}
        width={width ?? undefined}
        height={height ?? undefined}
        draggable={false}
        className="size-full object-contain"
      />
    </picture>
  );
}
