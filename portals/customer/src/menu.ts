// An opened menu closes with Escape and with a tap outside it.
addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll<HTMLDetailsElement>("details[data-close-outside][open]")) {
    if (event.target instanceof Node && !menu.contains(event.target)) menu.open = false;
  }
});

addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of document.querySelectorAll<HTMLDetailsElement>("details[data-close-outside][open]")) {
    menu.open = false;
    menu.querySelector("summary")?.focus();
  }
});
