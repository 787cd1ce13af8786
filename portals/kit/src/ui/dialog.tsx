import { t } from "@kit/i18n/t";
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { Button } from "./button";

interface DialogProps {
  title: string;
  onClose: () => void;
  children: ReactNode;
  /** For acts that must be answered: a click outside does not dismiss it. */
  alert?: boolean;
}

/** A sheet from below on a phone, a window in the middle elsewhere. Mounted means open. */
export function Dialog({ title, onClose, children, alert }: DialogProps) {
  return (
    <ModalOverlay
      isOpen
      isDismissable={!alert}
      onOpenChange={(open) => open || onClose()}
      className="fixed inset-0 z-50 flex items-end justify-center bg-black/40 sm:items-start sm:p-6 sm:pt-[12vh]"
    >
      <Modal className="w-full max-w-lg">
        <AriaDialog
          role={alert ? "alertdialog" : "dialog"}
          className="pop flex max-h-[88dvh] flex-col rounded-b-none pb-[env(safe-area-inset-bottom)] outline-none sm:max-h-[76dvh] sm:rounded-b-[10px]"
        >
          <div className="flex items-center justify-between gap-3 border-line border-b py-2 pr-2 pl-4">
            <Heading slot="title" className="font-semibold">
              {title}
            </Heading>
            <Button look="quiet" size="icon" aria-label={t("Close")} onPress={onClose}>
              <X aria-hidden size={17} />
            </Button>
          </div>
          <div className="overflow-y-auto p-4">{children}</div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

export function DialogFooter({ children }: { children: ReactNode }) {
  return <div className="mt-2 flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">{children}</div>;
}
