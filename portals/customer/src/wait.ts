// <shop-wait data-seconds>: the button inside rests until another code may be asked for.
class ShopWait extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector("button");
    const shown = this.querySelector<HTMLElement>("[data-left]");
    if (!button || !shown) return;
    const ready = Date.now() + Number(this.dataset.seconds ?? 0) * 1000;
    const tick = () => {
      const left = Math.ceil((ready - Date.now()) / 1000);
      button.disabled = left > 0;
      shown.textContent = left > 0 ? `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}` : "";
      if (left > 0) setTimeout(tick, 500);
    };
    tick();
  }
}

customElements.define("shop-wait", ShopWait);
