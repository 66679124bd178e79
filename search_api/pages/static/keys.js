// "/" goes to the field; the arrows go from result to result.

export function enableKeys() {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (event.key === "/") goToField(event);
    if (event.key === "ArrowDown") step(event, 1);
    if (event.key === "ArrowUp") step(event, -1);
  });
}

function isTyping(element) {
  return element.matches("input, select, textarea, [contenteditable]");
}

function goToField(event) {
  const field = document.getElementById("q");
  if (!field) return;
  event.preventDefault();
  field.focus();
  field.select();
}

function step(event, by) {
  const hits = [...document.querySelectorAll("[data-hit]")];
  if (!hits.length) return;
  const at = hits.indexOf(document.activeElement);
  // From anywhere else the page scrolls as it is used to, but from the top of it the first result is next.
  if (at < 0 && !(by > 0 && document.activeElement === document.body)) return;
  const next = hits[at + by];
  if (!next) return;
  event.preventDefault();
  next.focus();
  next.scrollIntoView({ block: "center" });
}
