const list = document.getElementById("codes");

list.addEventListener("click", async (event) => {
  const button = event.target.closest(".code");
  if (!button) return;
  await navigator.clipboard.writeText(button.dataset.code);
  button.classList.add("copied");
  setTimeout(() => button.classList.remove("copied"), 1500);
});

// Only codes and seconds change: nothing that somebody points at is replaced.
async function refresh() {
  if (document.hidden) return;
  const answer = await fetch("/authenticator/codes").catch(() => null);
  if (!answer?.ok) return;
  const { codes } = await answer.json();
  if (codes.length !== list.querySelectorAll("article").length) return location.reload();
  for (const { id, code, seconds_left } of codes) {
    const card = document.getElementById(`a${id}`);
    if (!card) return location.reload();
    const button = card.querySelector(".code");
    button.dataset.code = code;
    button.firstChild.data = code;
    card.querySelector("time").textContent = `${seconds_left} s`;
  }
}
setInterval(refresh, 1000);
