// The cart page's own content, in a dialog at the side: one rendering, two places.

const ICON =
  '<svg class="icon" viewBox="0 0 24 24" width="24" height="24" fill="none" stroke="currentColor" stroke-width="1.7" stroke-linecap="round" aria-hidden="true"><path d="m6 6 12 12M18 6 6 18"/></svg>';

export function openDrawer(cart: HTMLElement): void {
  document.querySelector("dialog.drawer")?.remove();
  const dialog = document.createElement("dialog");
  dialog.className = "drawer";
  const title = cart.querySelector("h1")?.textContent ?? "";
  dialog.setAttribute("aria-label", title);
  const close = document.createElement("button");
  close.className = "drawer-close";
  close.setAttribute("aria-label", document.documentElement.lang.startsWith("hi") ? "बंद करें" : "Close");
  close.innerHTML = ICON;
  close.addEventListener("click", () => dialog.close());
  dialog.append(close, document.adoptNode(cart));
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  dialog.addEventListener("close", () => setTimeout(() => dialog.remove(), 400));
  document.body.append(dialog);
  dialog.showModal();
}
