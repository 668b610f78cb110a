"use strict";

// Shows what is behind each answer of the chat beside it. Texts become text nodes, never markup.
(() => {
  const turns = document.getElementById("turns");
  const hint = document.getElementById("hint");
  const asked = window.fetch.bind(window);
  let conversation = null;
  let shown = 0;

  const make = (name, text, ...children) => {
    const element = document.createElement(name);
    if (text) element.append(text);
    element.append(...children);
    return element;
  };

  const line = ({ text, at, quoted }) => {
    const item = make("li", text, ...at.map((place) => make("code", place)));
    if (quoted) item.className = "quoted";
    return item;
  };

  const section = ({ heading, lines, alarm }) => {
    const made = make("section", "", make("h3", heading), make("ul", "", ...lines.map(line)));
    if (alarm) made.className = "alarm";
    return made;
  };

  const begin = (token) => {
    if (token === conversation) return;
    conversation = token;
    shown = 0;
    turns.replaceChildren();
    hint.hidden = false;
  };

  // One after the other, so that no turn is shown twice.
  let waiting = Promise.resolve();
  const refresh = () => {
    waiting = waiting.then(async () => {
      const of = conversation;
      const answer = await asked(`turns?after=${shown}`, { headers: { "X-Conversation": of } });
      if (!answer.ok || of !== conversation) return;
      const found = (await answer.json()).turns;
      for (const turn of found) {
        const article = make("article", "", make("h2", turn.heading), ...turn.sections.map(section));
        turns.prepend(article);
      }
      shown += found.length;
      hint.hidden = shown > 0;
    }).catch(() => {});
  };

  // The chat asks the server by itself; its answers say which conversation it is.
  window.fetch = async (address, options = {}) => {
    const answer = await asked(address, options);
    const path = new URL(address, document.baseURI).pathname;
    if (answer.ok && path.endsWith("/open")) begin((await answer.clone().json()).conversation);
    if (answer.ok && path.endsWith("/message")) begin(JSON.parse(options.body).conversation);
    if (answer.ok && path.endsWith("/history")) begin(options.headers["X-Conversation"]);
    if (answer.ok && path.endsWith("/forget")) begin(null);
    if (conversation) refresh();
    return answer;
  };
})();
