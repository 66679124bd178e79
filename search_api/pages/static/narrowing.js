// A facet changes the results where they stand: the page neither jumps nor loses the reader's place.

import { say } from "./said.js";

const FOUND = "[data-found]";

export function enableNarrowing(enable) {
  if (!document.querySelector(FOUND)) return;
  document.addEventListener("click", (event) => {
    const link = event.target.closest(`${FOUND} .filters a[data-stay], ${FOUND} .chips a`);
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const drawer = location.hash === "#afgraens" ? location.hash : "";
    const address = linkAddress(link);
    show(address, link.dataset.stay, enable).then(
      (shown) => shown && history.pushState(null, "", address + drawer),
    );
  });
  addEventListener("popstate", () => show(location.href, null, enable));
}

// A link inside an SVG keeps its address in another shape.
function linkAddress(link) {
  return new URL(link.getAttribute("href"), location.href).href;
}

async function show(address, stay, enable) {
  const answer = await fetch(address, { headers: { Accept: "text/html" } }).catch(() => null);
  const found = answer?.ok && new DOMParser().parseFromString(await answer.text(), "text/html");
  const results = found && found.querySelector(FOUND);
  if (!results) {
    location.assign(address);
    return false;
  }
  const open = openFolds(document);
  exchange(document.querySelector(FOUND), results);
  document.title = found.title;
  for (const [index, fold] of folds(document).entries()) fold.open = open.has(index);
  enable(document.querySelector(FOUND));
  goBackTo(stay);
  say(document.querySelector("[data-announce]").textContent, false);
  return true;
}

// The drawer itself stays: it is open because the address points at it, and a new one would be shut.
function exchange(old, results) {
  const drawer = old.querySelector(".filters");
  const filters = results.querySelector(".filters");
  if (!drawer || !filters) {
    old.replaceWith(results);
    return;
  }
  drawer.replaceChildren(...filters.childNodes);
  old.querySelector(".results").replaceWith(results.querySelector(".results"));
}

function folds(root) {
  return [...root.querySelectorAll(".filters details")];
}

function openFolds(root) {
  return new Set(folds(root).flatMap((fold, index) => (fold.open ? [index] : [])));
}

function goBackTo(stay) {
  const same = [...document.querySelectorAll("[data-stay]")].find((link) => link.dataset.stay === stay);
  const filters = document.querySelector(".filters");
  (same ?? filters ?? document.getElementById("indhold")).focus({ preventScroll: true });
}
