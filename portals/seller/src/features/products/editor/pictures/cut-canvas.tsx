import { type PointerEvent, useEffect, useRef, useState } from "react";
import { t } from "@/i18n/t";
import { type Crop, sizeOf, type Turn } from "./cut";

interface CutCanvasProps {
  url: string;
  turn: Turn;
  /** Without one, all of it stays. */
  crop?: Crop;
  /** A point of the picture in thousandths, as it is pressed or dragged over. */
  onPoint: (at: [number, number]) => void;
}

const SIDE_MAX = 640;

/** The picture as it will be: turned, and dark where it is cut off. */
export function CutCanvas({ url, turn, crop, onPoint }: CutCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [image, setImage] = useState<HTMLImageElement>();
  const [isLost, setLost] = useState(false);
  useEffect(() => {
    const next = new Image();
    next.onload = () => setImage(next);
    next.onerror = () => setLost(true);
    next.src = url;
  }, [url]);
  useEffect(() => {
    if (image && canvas.current) draw(canvas.current, image, turn, crop);
  }, [image, turn, crop]);
  const point = ({ currentTarget, clientX, clientY, buttons }: PointerEvent<HTMLCanvasElement>) => {
    if (!crop || buttons === 0) return;
    const box = currentTarget.getBoundingClientRect();
    onPoint([((clientX - box.left) / box.width) * 1000, ((clientY - box.top) / box.height) * 1000]);
  };
  if (isLost)
    return (
      <p role="alert" className="rounded-lg bg-sunken p-6 text-center text-sm">
        {t("The picture could not be loaded. Close this window and try again.")}
      </p>
    );
  return (
    <canvas
      ref={canvas}
      role="img"
      aria-busy={!image}
      aria-label={t("The picture as it will be")}
      onPointerDown={point}
      onPointerMove={point}
      className="mx-auto max-h-[45dvh] max-w-full touch-none rounded-lg bg-sunken aria-busy:h-48 aria-busy:w-full aria-busy:animate-pulse"
    />
  );
}

function draw(canvas: HTMLCanvasElement, image: HTMLImageElement, turn: Turn, crop?: Crop) {
  const context = canvas.getContext("2d");
  if (!context) return;
  const scale = Math.min(1, SIDE_MAX / Math.max(image.naturalWidth, image.naturalHeight));
  const [across, down] = [image.naturalWidth * scale, image.naturalHeight * scale];
  const [width, height] = sizeOf(turn, across, down);
  [canvas.width, canvas.height] = [width, height];
  context.save();
  context.translate(width / 2, height / 2);
  context.rotate((turn * Math.PI) / 180);
  context.drawImage(image, -across / 2, -down / 2, across, down);
  context.restore();
  if (!crop) return;
  const [left, top, wide, high] = crop.map((part, place) => (part * (place % 2 === 0 ? width : height)) / 1000) as Crop;
  context.fillStyle = "rgb(0 0 0 / 0.6)";
  context.fillRect(0, 0, width, top);
  context.fillRect(0, top + high, width, height - top - high);
  context.fillRect(0, top, left, high);
  context.fillRect(left + wide, top, width - left - wide, high);
  context.strokeStyle = "white";
  context.lineWidth = 2;
  context.strokeRect(left + 1, top + 1, wide - 2, high - 2);
}
