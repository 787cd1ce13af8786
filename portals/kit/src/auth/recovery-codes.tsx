import { t } from "@kit/i18n/t";
import { Button } from "@kit/ui/button";
import { Notice } from "@kit/ui/notice";
import { Copy, Download } from "lucide-react";
import { useState } from "react";

interface RecoveryCodesProps {
  codes: string[];
  onDone: () => void;
}

/** Ten codes, this one time: nobody can show them again. */
export function RecoveryCodes({ codes, onDone }: RecoveryCodesProps) {
  const [word, setWord] = useState("");
  const text = codes.join("\n");

  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setWord(t("Copied."));
  };
  const download = () => {
    const address = URL.createObjectURL(new Blob([`${location.host}\n\n${text}\n`], { type: "text/plain" }));
    const link = document.createElement("a");
    link.href = address;
    link.download = "recovery-codes.txt";
    link.click();
    URL.revokeObjectURL(address);
    setWord(t("Downloaded."));
  };

  return (
    <div className="flex flex-col gap-4">
      <Notice tone="warn" title={t("Keep these recovery codes now")}>
        {t("They are shown this once. Each lets you in one time when your phone or key is lost.")}
      </Notice>
      <ul
        aria-label={t("Recovery codes")}
        className="grid grid-cols-1 gap-x-6 gap-y-1.5 rounded-[10px] border border-line bg-sunken p-4 font-mono text-sm min-[24rem]:grid-cols-2"
      >
        {codes.map((code) => (
          <li key={code} className="whitespace-nowrap">
            {code}
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap items-center gap-2">
        <Button onPress={() => void copy()}>
          <Copy aria-hidden size={15} />
          {t("Copy")}
        </Button>
        <Button onPress={download}>
          <Download aria-hidden size={15} />
          {t("Download")}
        </Button>
        <p role="status" className="text-muted text-xs">
          {word}
        </p>
      </div>
      <Button look="solid" onPress={onDone}>
        {t("I have kept them")}
      </Button>
    </div>
  );
}
