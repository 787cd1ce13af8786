import { ApiError } from "@kit/http/error";
import { upload } from "@kit/http/upload";
import { t } from "@kit/i18n/t";
import { Notice } from "@kit/ui/notice";
import { Select } from "@kit/ui/select";
import { toastDone } from "@kit/ui/toast";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { DropZone } from "./drop-zone";

const ACCEPT = ["application/pdf", "image/jpeg", "image/png"];

interface PaperFormProps {
  path: string;
  kinds: { value: string; label: string }[];
}

/** Says what a paper proves, then takes the file; the server looks at it and says why it refuses one. */
export function PaperForm({ path, kinds }: PaperFormProps) {
  const queries = useQueryClient();
  const [kind, setKind] = useState(kinds[0]?.value ?? "");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");

  async function send(file: File) {
    setBusy(true);
    setProblem("");
    try {
      await upload(path, { file, fields: { kind } });
      toastDone(t("The paper is there"));
      await queries.invalidateQueries();
    } catch (refusal) {
      if (!(refusal instanceof ApiError)) throw refusal;
      setProblem(refusal.message);
    } finally {
      setBusy(false);
    }
  }

  return (
    <div className="flex flex-col gap-3">
      <Select label={t("What it proves")} value={kind} onChange={setKind} options={kinds} />
      <DropZone
        label={t("Drop a paper here")}
        hint={t("PDF, JPEG or PNG, at most 4 MB")}
        accept={ACCEPT}
        busy={busy}
        onFile={send}
      />
      {problem && (
        <Notice tone="bad" title={t("The paper was not taken")} alert>
          {problem}
        </Notice>
      )}
    </div>
  );
}
