import { Button } from "@kit/ui/button";
import { ErrorState } from "@kit/ui/error-state";
import { clsx } from "clsx";
import { Camera, ImagePlus } from "lucide-react";
import { type DragEvent, type RefObject, useEffect, useRef, useState } from "react";
import { t } from "@/i18n/t";
import type { Row } from "../matrix";
import { PICTURES_MAX, TAKEN } from "./limits";
import { PictureGrid } from "./picture-grid";
import { SendingList } from "./sending-list";
import { usePictures } from "./use-pictures";

const isImage = ({ type }: { type: string }) => type.startsWith("image/");

/** Pictures come by dragging, pasting, choosing, or from a phone's camera. */
export function PictureZone({ productId, rows, hint }: { productId: string; rows: Row[]; hint?: string }) {
  const pictures = usePictures(productId);
  const [over, setOver] = useState(false);
  const [chooser, camera] = [useRef<HTMLInputElement>(null), useRef<HTMLInputElement>(null)];
  const room = PICTURES_MAX - pictures.pictures.length;
  usePastedPictures(pictures.add);

  const hasFiles = (event: DragEvent) => event.dataTransfer.types.includes("Files");
  const onDrop = (event: DragEvent) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    setOver(false);
    pictures.add([...event.dataTransfer.files]);
  };
  if (pictures.query.error && !pictures.query.data) {
    return <ErrorState problem={pictures.query.error} retry={pictures.query.refetch} />;
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is one way among three; the buttons are the others
    <div
      id="field-pictures"
      tabIndex={-1}
      className="flex flex-col gap-3 outline-none"
      onDragOver={(event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => event.currentTarget.contains(event.relatedTarget as Node) || setOver(false)}
      onDrop={onDrop}
    >
      <PictureGrid pictures={pictures} rows={rows} />
      <SendingList pictures={pictures} />
      <div
        className={clsx(
          "flex flex-col items-center gap-2 rounded-lg border border-dashed px-4 py-5 text-center",
          over ? "border-accent bg-accent-soft" : "border-line-strong",
        )}
      >
        <div className="flex flex-wrap justify-center gap-2">
          <Button onPress={() => chooser.current?.click()} isDisabled={room <= 0}>
            <ImagePlus aria-hidden size={16} />
            {t("Choose pictures")}
          </Button>
          <span className="pointer-fine:hidden">
            <Button onPress={() => camera.current?.click()} isDisabled={room <= 0}>
              <Camera aria-hidden size={16} />
              {t("Take a photograph")}
            </Button>
          </span>
        </div>
        <p className="text-muted text-xs">
          {room > 0
            ? t("Or drag them here, or paste. JPEG, PNG, WebP or AVIF, up to 20 MB; 1,000 pixels or more on each side.")
            : t("There is room for {count} pictures. Remove one before you add another.", { count: PICTURES_MAX })}
        </p>
        {hint && <p className="text-warn text-xs">{hint}</p>}
      </div>
      <FileInput input={chooser} label={t("Choose pictures")} multiple onFiles={pictures.add} />
      <FileInput input={camera} label={t("Take a photograph")} capture onFiles={pictures.add} />
    </div>
  );
}

interface FileInputProps {
  input: RefObject<HTMLInputElement | null>;
  label: string;
  multiple?: boolean;
  capture?: boolean;
  onFiles: (files: File[]) => void;
}

function FileInput({ input, label, multiple, capture, onFiles }: FileInputProps) {
  return (
    <input
      ref={input}
      type="file"
      accept={TAKEN}
      aria-label={label}
      tabIndex={-1}
      multiple={multiple}
      capture={capture ? "environment" : undefined}
      className="hidden"
      onChange={({ target }) => {
        onFiles([...(target.files ?? [])]);
        target.value = "";
      }}
    />
  );
}

/** A picture in the clipboard is taken wherever one pastes it, unless into a text. */
function usePastedPictures(add: (files: File[]) => void) {
  const take = useRef(add);
  take.current = add;
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])].filter(isImage);
      if (files.length === 0) return;
      event.preventDefault();
      take.current(files);
    };
    document.addEventListener("paste", onPaste);
    return () => document.removeEventListener("paste", onPaste);
  }, []);
}
