import { t } from "@kit/i18n/t";
import { Kbd } from "@kit/ui/kbd";
import { menuItemClass } from "@kit/ui/menu";
import { useState } from "react";
import {
  Autocomplete,
  Dialog,
  Input,
  Menu,
  MenuItem,
  Modal,
  ModalOverlay,
  TextField,
  useFilter,
} from "react-aria-components";
import type { Command, WordCommand } from "./command";

interface PaletteProps {
  commands: Command[];
  wordCommands: WordCommand[];
  onClose: () => void;
}

/** Every page and act by name. Words that name none are offered as searches. */
export function Palette({ commands, wordCommands, onClose }: PaletteProps) {
  const { contains } = useFilter({ sensitivity: "base" });
  const [words, setWords] = useState("");
  const searches = words.trim().length < 2 ? [] : wordCommands;
  const found = commands.filter(({ label }) => contains(label, words.trim()));

  const act = (id: string) => {
    onClose();
    commands.find((command) => command.id === id)?.run();
    wordCommands.find((command) => command.id === id)?.run(words.trim());
  };

  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(open) => open || onClose()}
      className="fixed inset-0 z-50 bg-black/40 p-3 pt-[10vh]"
    >
      <Modal className="mx-auto w-full max-w-xl">
        <Dialog aria-label={t("Search and commands")} className="pop overflow-hidden outline-none">
          <Autocomplete inputValue={words} onInputChange={setWords}>
            <TextField aria-label={t("Search and commands")} autoFocus className="border-line border-b">
              <Input
                placeholder={t("Type a page, an act or words to search for")}
                className="h-12 w-full bg-transparent px-4 text-base outline-none placeholder:text-faint"
              />
            </TextField>
            <Menu
              aria-label={t("Commands")}
              className="max-h-80 overflow-y-auto p-1.5 outline-none"
              onAction={(id) => act(String(id))}
              renderEmptyState={() => <p className="p-4 text-muted text-sm">{t("Nothing by that name.")}</p>}
            >
              {[
                ...found.map(({ id, label, icon: Icon, keys }) => (
                  <MenuItem key={id} id={id} textValue={label} className={menuItemClass}>
                    <Icon aria-hidden size={16} className="text-muted" />
                    <span className="flex-1">{label}</span>
                    {keys && <Kbd>{keys}</Kbd>}
                  </MenuItem>
                )),
                ...searches.map(({ id, label, icon: Icon }) => (
                  <MenuItem key={id} id={id} textValue={label(words.trim())} className={menuItemClass}>
                    <Icon aria-hidden size={16} className="text-muted" />
                    {label(words.trim())}
                  </MenuItem>
                )),
              ]}
            </Menu>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
