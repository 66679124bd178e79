// Suggestions while typing: the ARIA combobox with a list of its own.
// They come from /api/v1/suggest; where that is not to be had, the field stays a field.

import { say } from "./said.js";

const ADDRESS = "/api/v1/suggest";
const WAIT_MS = 120;
const LEAST_CHARS = 2;

export function enableSuggestions(root) {
  for (const row of root.querySelectorAll("[data-combobox]")) combobox(row);
}

function combobox(row) {
  const field = row.querySelector("input");
  const list = listFor(row, field);
  let timer;
  let asked = 0;

  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      const number = ++asked;
      const found = await suggestions(field.value.trim());
      if (number === asked && document.activeElement === field) show(field, list, found);
    }, WAIT_MS);
  });
  field.addEventListener("keydown", (event) => onKey(event, field, list));
  field.addEventListener("blur", () => { asked++; show(field, list, []); });
  list.addEventListener("mousedown", (event) => {
    const option = event.target.closest("[role=option]");
    event.preventDefault();
    if (option) take(field, list, option);
  });
}

function listFor(row, field) {
  const list = document.createElement("ul");
  list.id = "forslag";
  list.className = "suggestions";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", row.dataset.suggestions);
  row.append(list);
  field.setAttribute("role", "combobox");
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-controls", list.id);
  field.setAttribute("aria-expanded", "false");
  return list;
}

let isServed = true;

async function suggestions(q) {
  if (!isServed || q.length < LEAST_CHARS) return [];
  const answer = await fetch(`${ADDRESS}?q=${encodeURIComponent(q)}`).catch(() => null);
  if (answer?.status === 404) isServed = false;
  if (!answer?.ok) return [];
  const { suggestions: found = [] } = await answer.json();
  return found;
}

function show(field, list, found) {
  list.replaceChildren(...found.map(option));
  list.hidden = !found.length;
  field.setAttribute("aria-expanded", String(!list.hidden));
  field.removeAttribute("aria-activedescendant");
  if (found.length) say(`${found.length} ${list.getAttribute("aria-label").toLowerCase()}`, false);
}

function option({ text, kind }, index) {
  const item = document.createElement("li");
  item.id = `forslag-${index}`;
  item.setAttribute("role", "option");
  item.setAttribute("aria-selected", "false");
  item.dataset.text = text;
  const name = document.createElement("span");
  name.textContent = text;
  item.append(name);
  if (kind) {
    const label = document.createElement("span");
    label.className = "kind";
    label.textContent = kind;
    item.append(" ", label);
  }
  return item;
}

function onKey(event, field, list) {
  if (list.hidden) return;
  const options = [...list.children];
  const at = options.findIndex((one) => one.getAttribute("aria-selected") === "true");
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    const by = event.key === "ArrowDown" ? 1 : -1;
    choose(field, options, (at < 0 && by < 0 ? 0 : at) + by);
  }
  if (event.key === "Escape") {
    event.preventDefault();
    show(field, list, []);
  }
  if (event.key === "Enter" && at >= 0) {
    event.preventDefault();
    take(field, list, options[at]);
  }
}

function choose(field, options, at) {
  const chosen = options[(at + options.length) % options.length];
  for (const one of options) one.setAttribute("aria-selected", String(one === chosen));
  field.setAttribute("aria-activedescendant", chosen.id);
  chosen.scrollIntoView({ block: "nearest" });
}

function take(field, list, chosen) {
  field.value = chosen.dataset.text;
  show(field, list, []);
  field.form.requestSubmit();
}
