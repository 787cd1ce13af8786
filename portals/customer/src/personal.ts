// <shop-personal>: how much is in the cart and who is here, asked once after the page is painted, so that pages stay cachable.
interface Bits {
  cart_count: number;
  is_signed_in: boolean;
  name: string;
}

export function paintCount(count: number): void {
  for (const badge of document.querySelectorAll<HTMLElement>("[data-count]:not(shop-swap)")) {
    badge.textContent = String(count);
    badge.hidden = count === 0;
  }
}

class ShopPersonal extends HTMLElement {
  connectedCallback(): void {
    requestAnimationFrame(() => setTimeout(() => void this.#load()));
  }

  async #load(): Promise<void> {
    const response = await fetch(this.dataset.address ?? "", { headers: { Accept: "application/json" } }).catch(
      () => null,
    );
    if (!response?.ok) return;
    const bits = (await response.json()) as Bits;
    paintCount(bits.cart_count);
    const name = this.querySelector<HTMLElement>("[data-name]");
    if (name && bits.is_signed_in && bits.name) name.textContent = bits.name;
  }
}

customElements.define("shop-personal", ShopPersonal);
