const list = document.getElementById("messages");
const recipient = document.getElementById("to");

recipient.addEventListener("change", () => recipient.form.requestSubmit());

list.addEventListener("click", async (event) => {
  const button = event.target.closest(".code");
  if (!button) return;
  await navigator.clipboard.writeText(button.dataset.code);
  button.classList.add("copied");
  setTimeout(() => button.classList.remove("copied"), 1500);
});

// Only new messages are added, so an open message, a selection and the scroll position stay as they are.
async function refresh() {
  if (document.hidden) return;
  const answer = await fetch(location.href).catch(() => null);
  if (!answer?.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("messages");
  const known = new Set([...list.querySelectorAll("article")].map((article) => article.id));
  const articles = [...fresh.querySelectorAll("article")];
  if (!articles.some((article) => known.has(article.id))) list.replaceChildren(...fresh.childNodes);
  else list.prepend(...articles.filter((article) => !known.has(article.id)));
}
setInterval(refresh, 1000);
