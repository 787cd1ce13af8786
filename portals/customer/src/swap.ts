// <shop-swap data-swap="id"> replaces itself with the same element of the next page instead of loading the whole page.
// The server renders every state; this only fetches and exchanges.
import { openDrawer } from "./drawer.ts";
import { paintCount } from "./personal.ts";

async function fetchPage(address: string, init?: RequestInit): Promise<{ page: Document; address: string } | null> {
  try {
    const response = await fetch(address, { ...init, headers: { Accept: "text/html" } });
    if (!response.headers.get("content-type")?.includes("text/html")) return null;
    return { page: new DOMParser().parseFromString(await response.text(), "text/html"), address: response.url };
  } catch {
    return null;
  }
}

class ShopSwap extends HTMLElement {
  #asked?: AbortController;

  connectedCallback(): void {
    this.addEventListener("click", (event) => this.#onClick(event));
    this.addEventListener("change", (event) => this.#onChange(event));
    this.addEventListener("submit", (event) => this.#onSubmit(event));
  }

  #onClick(event: MouseEvent): void {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    const href = link?.getAttribute("href");
    if (!link || !href?.startsWith("?") || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0)
      return;
    event.preventDefault();
    void this.#show(link.href, !link.hasAttribute("data-keep-place") && href.includes("page="));
  }

  #onChange(event: Event): void {
    const form = event.target instanceof Element ? event.target.closest<HTMLFormElement>("form[data-live]") : null;
    if (form) form.requestSubmit();
  }

  #onSubmit(event: SubmitEvent): void {
    const form = event.target;
    if (!(form instanceof HTMLFormElement)) return;
    if (form.hasAttribute("data-live")) {
      event.preventDefault();
      const query = new URLSearchParams();
      for (const [name, value] of new FormData(form)) if (typeof value === "string" && value) query.append(name, value);
      void this.#show(`${location.pathname}?${query}`, false);
    } else if (form.hasAttribute("data-live-post") || form.hasAttribute("data-drawer")) {
      event.preventDefault();
      void this.#send(form, event.submitter);
    }
  }

  async #show(address: string, toTop: boolean): Promise<void> {
    this.#asked?.abort();
    this.#asked = new AbortController();
    this.setAttribute("aria-busy", "true");
    const found = await fetchPage(address, { signal: this.#asked.signal });
    if (!found) {
      if (!this.#asked.signal.aborted) location.assign(address);
      return;
    }
    history.pushState({ swap: this.id }, "", found.address);
    document.title = found.page.title;
    this.#exchange(found.page);
    if (toTop) document.getElementById(this.id)?.scrollIntoView({ block: "start" });
  }

  async #send(form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
    submitter?.setAttribute("aria-busy", "true");
    const body = new URLSearchParams();
    for (const [name, value] of new FormData(form, submitter)) body.append(name, String(value));
    const found = await fetchPage(form.action, { method: "POST", body });
    submitter?.removeAttribute("aria-busy");
    if (!found) return form.submit();
    const cart = found.page.querySelector<HTMLElement>("shop-swap#cart");
    if (cart) paintCount(Number(cart.dataset.count ?? 0));
    if (cart && form.hasAttribute("data-drawer")) openDrawer(cart);
    else if (!this.#exchange(found.page)) location.assign(found.address);
  }

  /** Put the next state in, keep the focus where it was, and keep open what the visitor had opened. */
  #exchange(page: Document): boolean {
    const next = page.getElementById(this.id);
    if (!next) return false;
    const focus = pathOf(document.activeElement, this);
    const isOpen = this.querySelector("details.filters")?.hasAttribute("open") ?? false;
    const facets = new Map(
      [...this.querySelectorAll<HTMLDetailsElement>("details.facet")].map(({ dataset, open }) => [dataset.facet, open]),
    );
    const fresh = document.adoptNode(next);
    fresh.querySelector("details.filters")?.toggleAttribute("open", isOpen);
    for (const facet of fresh.querySelectorAll<HTMLDetailsElement>("details.facet"))
      facet.open = facets.get(facet.dataset.facet) ?? facet.open;
    this.replaceWith(fresh);
    if (focus) fresh.querySelector<HTMLElement>(focus)?.focus({ preventScroll: true });
    return true;
  }
}

/** A selector that finds the same control in the next state: by its name and value, or by its address. */
function pathOf(element: Element | null, within: Element): string | null {
  if (!element || !within.contains(element)) return null;
  if (element instanceof HTMLAnchorElement) return `a[href="${CSS.escape(element.getAttribute("href") ?? "")}"]`;
  if (element instanceof HTMLButtonElement) {
    const line = element.form?.querySelector<HTMLInputElement>('input[name="line"]');
    const last = element === element.form?.querySelector("button:last-of-type");
    return line ? `form:has(input[value="${CSS.escape(line.value)}"]) button:${last ? "last" : "first"}-of-type` : null;
  }
  if (element instanceof HTMLInputElement)
    return `input[name="${CSS.escape(element.name)}"][value="${CSS.escape(element.value)}"]`;
  return null;
}

addEventListener("popstate", () => {
  if (document.querySelector("shop-swap")) location.reload();
});

customElements.define("shop-swap", ShopSwap);
