// <shop-search>: suggestions under the search field, an ARIA combobox. Enter without a choice searches as ever.
interface Suggestion {
  title: string;
  href: string;
  image?: string;
  price?: string;
}
type Picture = { url: string; sources?: { srcset: string }[] } | string | null | undefined;
interface Answer {
  data: {
    categories?: { slug: string; name: string }[];
    products?: { slug: string; title: string; image?: Picture; price?: { text: string } | null }[];
  };
}

const PAUSE_MS = 140;
const LETTERS_MIN = 2;

function suggestions({ data }: Answer): Suggestion[] {
  const smallest = (image: Picture) => (typeof image === "object" ? image?.sources?.at(-1)?.srcset.split(" ")[0] : "");
  const address = (image: Picture) => smallest(image) || (typeof image === "string" ? image : image?.url);
  return [
    ...(data.categories ?? []).map(({ slug, name }) => ({ title: name, href: `/c/${slug}` })),
    ...(data.products ?? []).map(({ slug, title, image, price }) => ({
      title,
      href: `/p/${slug}`,
      image: address(image),
      price: price?.text.replace(/\.00$/, ""),
    })),
  ];
}

class ShopSearch extends HTMLElement {
  #input = this.querySelector<HTMLInputElement>("input");
  #list = document.createElement("div");
  #timer = 0;
  #asked?: AbortController;
  #at = -1;

  connectedCallback(): void {
    const input = this.#input;
    if (!input) return;
    this.#list.className = "suggestions";
    this.#list.id = "suggestions";
    this.#list.role = "listbox";
    this.#list.setAttribute("aria-label", input.placeholder);
    this.#list.hidden = true;
    this.append(this.#list);
    for (const [name, value] of [
      ["role", "combobox"],
      ["aria-controls", "suggestions"],
      ["aria-expanded", "false"],
      ["aria-autocomplete", "list"],
    ]) {
      input.setAttribute(name ?? "", value ?? "");
    }
    input.addEventListener("input", () => {
      clearTimeout(this.#timer);
      this.#timer = window.setTimeout(() => void this.#ask(input.value.trim()), PAUSE_MS);
    });
    input.addEventListener("keydown", (event) => this.#onKey(event));
    this.addEventListener("focusout", (event) => {
      if (!(event.relatedTarget instanceof Node && this.contains(event.relatedTarget))) this.#close();
    });
  }

  async #ask(words: string): Promise<void> {
    this.#asked?.abort();
    if (words.length < LETTERS_MIN) return this.#close();
    this.#asked = new AbortController();
    try {
      const response = await fetch(`/api/v1/customer/search/suggestions?q=${encodeURIComponent(words)}`, {
        signal: this.#asked.signal,
      });
      if (response.ok) this.#show(suggestions((await response.json()) as Answer));
    } catch {
      // Another letter was typed, or there is no network: the form still searches.
    }
  }

  #show(found: Suggestion[]): void {
    this.#at = -1;
    this.#list.replaceChildren(...found.map((item, index) => this.#option(item, index)));
    this.#list.hidden = found.length === 0;
    this.#input?.setAttribute("aria-expanded", String(found.length > 0));
    this.#input?.removeAttribute("aria-activedescendant");
  }

  #option(item: Suggestion, index: number): HTMLElement {
    const link = document.createElement("a");
    link.href = item.href;
    link.id = `suggestion-${index}`;
    link.role = "option";
    link.tabIndex = -1;
    link.setAttribute("aria-selected", "false");
    const picture = document.createElement(item.image ? "img" : "span");
    if (picture instanceof HTMLImageElement)
      Object.assign(picture, { src: item.image, alt: "", width: 40, height: 40 });
    const title = document.createElement("span");
    title.textContent = item.title;
    const price = document.createElement("small");
    price.textContent = item.price ?? "";
    link.append(picture, title, price);
    return link;
  }

  #onKey(event: KeyboardEvent): void {
    const options = [...this.#list.querySelectorAll<HTMLAnchorElement>("a")];
    if (event.key === "Escape" && !this.#list.hidden) {
      event.preventDefault();
      this.#close();
      return;
    }
    if (event.key === "Enter" && this.#at >= 0) {
      event.preventDefault();
      options[this.#at]?.click();
      return;
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || options.length === 0) return;
    event.preventDefault();
    this.#at = (this.#at + step + options.length + (this.#at < 0 && step < 0 ? 1 : 0)) % options.length;
    for (const [index, option] of options.entries()) option.setAttribute("aria-selected", String(index === this.#at));
    this.#input?.setAttribute("aria-activedescendant", `suggestion-${this.#at}`);
  }

  #close(): void {
    this.#list.hidden = true;
    this.#input?.setAttribute("aria-expanded", "false");
  }
}

customElements.define("shop-search", ShopSearch);
