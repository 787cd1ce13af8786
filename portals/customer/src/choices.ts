// Says which result of a search was chosen, so that it comes first next time. Nothing says who chose it.
document.addEventListener("click", ({ target }) => {
  const card = target instanceof Element ? target.closest("a")?.closest<HTMLElement>(".card[data-product]") : null;
  const list = card?.closest<HTMLElement>("[data-words]");
  if (!card || !list) return;
  const place = [...list.querySelectorAll(".card[data-product]")].indexOf(card) + Number(list.dataset.first ?? 1);
  const body = JSON.stringify({ q: list.dataset.words, product: card.dataset.product, position: place });
  // A beacon outlives the page that is left by this click
  navigator.sendBeacon("/api/v1/customer/search/choices", new Blob([body], { type: "application/json" }));
});
