import { http } from "@kit/http/client";
import { ApiError } from "@kit/http/error";
import { t } from "@kit/i18n/t";
import { Notice } from "@kit/ui/notice";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { DropZone } from "./drop-zone";
import type { FileImport } from "./types";

const MOST_BYTES = 100 * 1024 * 1024;

/** Sends a file and goes to its page; a file that cannot be read says why, here. */
export function UploadCard({ base }: { base: string }) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const send = async (file: File) => {
    setProblem(undefined);
    if (file.size > MOST_BYTES) {
      setProblem(t("This file is larger than 100 MB. Cut it into parts and send them one by one."));
      return;
    }
    setBusy(true);
    try {
      const { data } = await http.upload<FileImport>(`${base}/imports`, file, { name: file.name });
      void queries.invalidateQueries();
      await navigate({ to: "/imports/$id" as never, params: { id: data.id } as never });
    } catch (refusal) {
      setProblem(refusal instanceof ApiError ? refusal.message : t("The file did not arrive. Try again."));
    }
    setBusy(false);
  };
  return (
    <div className="flex flex-col gap-3">
      {problem && (
        <Notice tone="bad" alert title={t("This file was not taken")}>
          {problem}
        </Notice>
      )}
      <DropZone
        label={t("Drop a CSV or XLSX file here")}
        hint={t("Up to 200,000 rows and 100 MB. You see what it would do before anything is written.")}
        accept={[".csv", ".tsv", ".txt", ".xlsx"]}
        busy={busy}
        onFile={(file) => void send(file)}
      />
    </div>
  );
}
