// A line of text that screen readers say and, for a moment, everyone sees.

const SHOWN_MS = 2500;
let timer;

export function say(text, isSeen = true) {
  const line = document.querySelector("[data-said]");
  line.classList.toggle("said-unseen", !isSeen);
  line.textContent = text;
  clearTimeout(timer);
  timer = setTimeout(() => { line.textContent = ""; }, SHOWN_MS);
}
