import { t } from "@kit/i18n/t";
import { Badge, type Tone } from "@kit/ui/badge";
import type { ImportStatus } from "./types";

const TONES: Partial<Record<ImportStatus, Tone>> = {
  checking: "info",
  running: "info",
  undoing: "info",
  checked: "info",
  paused: "warn",
  done: "good",
  failed: "bad",
};

export function statusText(status: ImportStatus): string {
  return {
    uploaded: t("Columns to be named"),
    mapped: t("Ready to be checked"),
    checking: t("Being checked"),
    checked: t("Checked"),
    running: t("Being brought in"),
    paused: t("Paused"),
    stopped: t("Stopped"),
    done: t("Done"),
    failed: t("Failed"),
    undoing: t("Being taken back"),
    rolled_back: t("Taken back"),
  }[status];
}

export function StatusBadge({ status }: { status: ImportStatus }) {
  return <Badge tone={TONES[status]}>{statusText(status)}</Badge>;
}
