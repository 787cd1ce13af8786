// <shop-code>: the form goes off by itself when all digits are there, typed, pasted or filled in from a message.
const DIGITS = 6;

class ShopCode extends HTMLElement {
  connectedCallback(): void {
    const input = this.querySelector("input");
    let isSent = false;
    input?.addEventListener("input", () => {
      const typed = input.value.replace(/\D/g, "").slice(0, DIGITS);
      input.value = typed;
      if (typed.length < DIGITS || isSent) return;
      isSent = true;
      input.form?.requestSubmit();
    });
  }
}

customElements.define("shop-code", ShopCode);
