/** Whether a key belongs to a text box, a menu or a dialog and must not be taken for a shortcut. */
export function isTyping(event: KeyboardEvent): boolean {
  const target = event.target;
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.closest("[role=dialog],[role=alertdialog],[role=listbox],[role=menu]")) {
    return true;
  }
  return target.matches("textarea, select, input:not([type=checkbox]):not([type=radio])");
}
