// <shop-code>: the form goes off by itself when all digits are there, typed, pasted or filled in from a message.
const DIGITS = 6;

class ShopCode extends HTMLElement {
  connectedCallback(): void {
    const input = this.querySelector("input");
    if (!input) return;
    let isSent = false;
    const look = (): void => {
      const typed = input.value.replace(/\D/g, "").slice(0, DIGITS);
      input.value = typed;
      if (typed.length < DIGITS || isSent) return;
      isSent = true;
      input.form?.requestSubmit();
    };
    input.addEventListener("input", look);
    if (input.value && !cameBack()) look(); // typed before this script was there
  }
}

/** Whether the browser has put an old page up again, with what was typed into it then. */
function cameBack(): boolean {
  const [how] = performance.getEntriesByType("navigation");
  return how instanceof PerformanceNavigationTiming && how.type === "back_forward";
}

customElements.define("shop-code", ShopCode);
