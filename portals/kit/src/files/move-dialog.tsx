import { ActDialog } from "@kit/form/act-dialog";
import { http } from "@kit/http/client";
import type { ReactNode } from "react";
import type { FileImport, Verb } from "./types";

interface MoveDialogProps {
  base: string;
  row: FileImport;
  verb: Verb;
  title: string;
  label: string;
  doneText: string;
  danger?: boolean;
  children: ReactNode;
  onClose: () => void;
}

/** A step that should be thought about once: says in numbers what will happen. */
export function MoveDialog({ base, row, verb, title, label, doneText, danger, children, onClose }: MoveDialogProps) {
  return (
    <ActDialog<Record<string, never>>
      title={title}
      consequence={children}
      values={{}}
      label={label}
      danger={danger}
      send={() => http.post(`${base}/imports/${row.id}/moves`, { verb })}
      doneText={doneText}
      onClose={onClose}
    />
  );
}
