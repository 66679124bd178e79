// What makes the pages pleasanter with JavaScript; every one of them works without.

import { enableCopying } from "./copy.js";
import { enableKeys } from "./keys.js";
import { enableNarrowing } from "./narrowing.js";
import { enableSuggestions } from "./suggestions.js";
import { showCurrentThumbnail } from "./thumbnails.js";

function enable(root) {
  enableCopying(root);
  enableSuggestions(root);
}

enable(document);
enableKeys();
enableNarrowing(enable);
showCurrentThumbnail();
