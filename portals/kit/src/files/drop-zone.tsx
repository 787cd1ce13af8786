import { t } from "@kit/i18n/t";
import { Button } from "@kit/ui/button";
import { clsx } from "clsx";
import { FileUp, LoaderCircle } from "lucide-react";
import { useState } from "react";
import { DropZone as AriaDropZone, FileTrigger } from "react-aria-components";

interface DropZoneProps {
  label: string;
  hint: string;
  accept: string[];
  busy: boolean;
  onFile: (file: File) => void;
}

/** A place to drop one file on, with a button for everybody who does not drag. */
export function DropZone({ label, hint, accept, busy, onFile }: DropZoneProps) {
  const [over, setOver] = useState(false);
  return (
    <AriaDropZone
      aria-label={label}
      onDropEnter={() => setOver(true)}
      onDropExit={() => setOver(false)}
      onDrop={async ({ items }) => {
        setOver(false);
        const dropped = items.find((item) => item.kind === "file");
        if (dropped && !busy) onFile(await dropped.getFile());
      }}
      className={clsx(
        "flex flex-col items-center gap-2 rounded-[10px] border-2 border-dashed px-6 py-10 text-center outline-offset-2",
        over ? "border-accent bg-accent-soft" : "border-line-strong bg-surface",
      )}
    >
      <span aria-hidden className="text-muted">
        {busy ? <LoaderCircle size={24} className="animate-spin" /> : <FileUp size={24} strokeWidth={1.75} />}
      </span>
      <p role="status" className="font-medium">
        {busy ? t("The file is on its way…") : label}
      </p>
      <p className="max-w-md text-muted text-sm">{hint}</p>
      <FileTrigger acceptedFileTypes={accept} onSelect={(files) => files?.[0] && onFile(files[0])}>
        <Button look="solid" isDisabled={busy} className="mt-2">
          {t("Choose a file")}
        </Button>
      </FileTrigger>
    </AriaDropZone>
  );
}
