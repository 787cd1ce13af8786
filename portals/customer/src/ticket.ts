// <shop-ticket>: the ticket of a borrowed view is in the fragment, which reaches no server; it is moved into the form.
class ShopTicket extends HTMLElement {
  connectedCallback(): void {
    const ticket = location.hash.slice(1);
    const field = this.querySelector<HTMLInputElement>("input[name=ticket]");
    const button = this.querySelector<HTMLButtonElement>("button");
    if (!ticket || !field || !button) return;
    field.value = ticket;
    button.disabled = false;
    history.replaceState(null, "", location.pathname);
  }
}

customElements.define("shop-ticket", ShopTicket);
