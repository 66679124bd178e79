// Buttons that copy a text; they are hidden until a script is there to do it.

import { say } from "./said.js";

export function enableCopying(root) {
  for (const button of root.querySelectorAll("[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", () => copy(button));
  }
}

async function copy(button) {
  try {
    await navigator.clipboard.writeText(button.dataset.copy);
    say(button.dataset.copied);
  } catch {
    // Without the right to the clipboard, or without https.
    say(button.dataset.copyFailed);
  }
}
