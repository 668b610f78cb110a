"use strict";

// The line to paste, with the address that this page itself came from.
(() => {
  const part = (id) => document.getElementById(id);
  const address = new URL("chat.js", document.baseURI);
  part("address").textContent = address.href;

  const copy = part("copy");
  copy.hidden = false;
  copy.addEventListener("click", async () => {
    getSelection().selectAllChildren(part("line"));
    try {
      await navigator.clipboard.writeText(part("line").textContent);
      part("copied").textContent = "Copied.";
    } catch {
      part("copied").textContent = "The line is marked. Please copy it yourself.";
    }
  });
})();
