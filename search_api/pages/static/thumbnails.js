// The thumbnail of the page that is open is in sight, however many there are.

export function showCurrentThumbnail() {
  const strip = document.querySelector("[data-thumbnails]");
  const current = strip?.querySelector("[aria-current]");
  if (!current) return;
  const { top, left, width, height } = current.getBoundingClientRect();
  const frame = strip.getBoundingClientRect();
  strip.scrollTop += top - frame.top - (frame.height - height) / 2;
  strip.scrollLeft += left - frame.left - (frame.width - width) / 2;
}
