"use strict";

// The chat as a custom element. The server has rendered its markup and its words; this brings them to life.
// Texts of the server become text nodes and tel: links, never markup.
(() => {
  const REPLY_WITHIN = 12000; // the server promises 10 seconds
  const TYPING_AFTER = 400;
  const KEPT_AS = "spasm-chat";
  const URGENT = ["crisis_line", "call_911", "go_to_er"];
  const PHONE = /(?:\+?1[-. ])?(?:\(\d{3}\) ?|\b\d{3}[-. ])\d{3}[-. ]\d{4}\b|\b(?:911|988)\b/g;

  // A reply that is an error; its messages are safe to read.
  class Refusal extends Error {
    constructor(status, body) {
      super(body.error);
      this.status = status;
      this.texts = (body.messages || []).map((message) => message.text);
    }
  }

  // The requests of one conversation.
  class Connection {
    constructor(server) {
      this.server = server;
    }

    open() {
      return this.ask("open", { body: {} });
    }

    history(conversation) {
      return this.ask("history", { headers: { "X-Conversation": conversation } });
    }

    say(conversation, { id, message }) {
      return this.ask("message", { body: { conversation, id, message } });
    }

    forget(conversation) {
      return this.ask("forget", { body: { conversation } });
    }

    async ask(path, { body, headers = {} }) {
      const answer = await fetch(new URL(path, this.server), {
        method: body ? "POST" : "GET",
        headers: body ? { "Content-Type": "application/json" } : headers,
        body: body && JSON.stringify(body),
        credentials: "omit",
        cache: "no-store",
        signal: AbortSignal.timeout(REPLY_WITHIN),
      });
      const reply = await answer.json();
      if (!answer.ok || reply.error) throw new Refusal(answer.status, reply);
      return reply;
    }
  }

  // What this tab remembers over a reload: the conversation and what could not be sent yet.
  const memory = {
    read() {
      try {
        return JSON.parse(sessionStorage.getItem(KEPT_AS)) || {};
      } catch {
        return {};
      }
    },
    write(value) {
      try {
        sessionStorage.setItem(KEPT_AS, JSON.stringify(value));
      } catch {
        // Storage is switched off: the chat works until the page is left.
      }
    },
  };

  const make = (name, properties = {}, ...children) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  };

  const newId = () =>
    Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, "0")).join("");

  // Gives the nodes of a text, its phone numbers as links.
  const withPhones = (text) => {
    const nodes = [];
    let end = 0;
    for (const found of text.matchAll(PHONE)) {
      const digits = found[0].replace(/\D/g, "");
      const number = digits.length < 10 ? digits : `+${digits.length === 10 ? "1" : ""}${digits}`;
      nodes.push(text.slice(end, found.index), make("a", { href: `tel:${number}`, textContent: found[0] }));
      end = found.index + found[0].length;
    }
    return [...nodes, text.slice(end)];
  };

  class SpasmChat extends HTMLElement {
    connectedCallback() {
      const part = (selector) => this.querySelector(selector);
      this.scroller = part("main");
      this.log = part(".log");
      this.typing = part(".typing");
      this.answers = part(".answers");
      this.trouble = part(".trouble");
      this.troubleText = part(".trouble-text");
      this.retry = part(".retry");
      this.input = part("textarea");
      this.dialog = part("dialog");
      this.words = JSON.parse(this.dataset.words);
      this.longest = Number(this.dataset.longest);
      this.connection = new Connection(new URL(this.dataset.server, document.baseURI));
      ({ conversation: this.conversation = null, outbox: this.outbox = [] } = memory.read());

      part(".composer").addEventListener("submit", (event) => this.onSubmit(event));
      this.input.addEventListener("keydown", (event) => this.onKey(event));
      this.retry.addEventListener("click", () => this.onRetry());
      part(".start-over").addEventListener("click", () => this.send(this.words.start_over_says));
      part(".forget").addEventListener("click", () => this.dialog.showModal());
      this.dialog.addEventListener("close", () => this.dialog.returnValue === "yes" && this.work(() => this.forget()));
      window.addEventListener("online", () => !this.trouble.hidden && this.onRetry());

      this.begun = false;
      this.last = Promise.resolve();
      this.work(() => this.goOn());
    }

    // The conversation

    // Begins if that has not worked yet, and sends what waits.
    async goOn() {
      if (!this.begun) await this.begin();
      await this.sendAll();
    }

    async begin() {
      if (this.conversation) {
        try {
          this.resume(await this.connection.history(this.conversation));
        } catch (error) {
          if (![403, 404, 410].includes(error.status)) throw error;
          this.conversation = null;
        }
      }
      if (!this.conversation) {
        const reply = await this.connection.open();
        this.conversation = reply.conversation;
        this.keep();
        this.show(reply);
      }
      this.begun = true;
    }

    resume(history) {
      this.log.replaceChildren();
      const arrived = new Set(history.messages.map((message) => message.id));
      this.outbox = this.outbox.filter(({ id }) => !arrived.has(id));
      this.keep();
      // Read aloud only what comes after.
      this.log.setAttribute("aria-live", "off");
      for (const message of history.messages) this.add(message, message.from);
      for (const waiting of this.outbox) this.addOwn(waiting);
      requestAnimationFrame(() => this.log.setAttribute("aria-live", "polite"));
      if (!this.outbox.length) this.offer(history);
      this.scrollToEnd();
    }

    // Says `message` for the patient; `shown` is how it looks, if it was pressed.
    send(message, shown = message) {
      const waiting = { id: newId(), message, shown };
      this.outbox.push(waiting);
      this.keep();
      this.answers.replaceChildren();
      this.addOwn(waiting);
      this.scrollToEnd();
      this.returnFocus();
      this.work(() => this.goOn());
    }

    async sendAll() {
      while (this.outbox.length) {
        const waiting = this.outbox[0];
        let reply;
        try {
          reply = await this.connection.say(this.conversation, waiting);
        } catch (error) {
          this.setUnsent(waiting.id, this.words.not_sent);
          if ([403, 410].includes(error.status)) {
            this.conversation = null;
            this.begun = false;
          } else if ([400, 409, 413].includes(error.status)) {
            // Sending it again cannot help: the patient changes it.
            this.giveBack(waiting);
            error.final = true;
          }
          throw error;
        }
        this.setUnsent(waiting.id, "");
        this.outbox.shift();
        this.keep();
        if (reply.ended) return this.end(reply);
        this.show(reply);
      }
    }

    giveBack(waiting) {
      this.outbox.shift();
      this.keep();
      this.own(waiting.id)?.remove();
      if (!this.input.value) this.input.value = waiting.shown;
    }

    async forget() {
      let reply = { messages: [], options: [] };
      if (this.conversation) {
        try {
          reply = await this.connection.forget(this.conversation);
        } catch (error) {
          // Not known to the server any more is deleted too.
          if (![403, 410].includes(error.status)) throw error;
          reply.messages = error.texts.map((text) => ({ text }));
        }
      }
      this.end(reply);
    }

    // The conversation is deleted: only `reply` stays on the screen, and the way to a new one.
    end(reply) {
      this.clear();
      this.show(reply);
      const again = make("button", { type: "button", textContent: this.words.new_chat });
      again.addEventListener("click", () => {
        this.clear();
        this.returnFocus();
        this.work(() => this.goOn());
      });
      this.answers.replaceChildren(again);
      again.focus();
    }

    clear() {
      this.conversation = null;
      this.begun = false;
      this.outbox = [];
      this.log.replaceChildren();
      this.answers.replaceChildren();
      this.keep();
    }

    keep() {
      memory.write({ conversation: this.conversation, outbox: this.outbox });
    }

    // One piece of work after the other. If one fails: the safe text, and the way to try it again.
    work(task) {
      this.last = this.last.then(() => this.attempt(task));
    }

    async attempt(task) {
      this.trouble.hidden = true;
      const typing = setTimeout(() => {
        this.typing.textContent = this.words.typing;
        this.scrollToEnd();
      }, TYPING_AFTER);
      try {
        await task();
      } catch (error) {
        this.showTrouble(error.texts, error.final ? null : task);
      } finally {
        clearTimeout(typing);
        this.typing.textContent = "";
      }
    }

    // The screen

    show(reply) {
      const urgent = URGENT.includes(reply.level);
      this.log.setAttribute("aria-live", urgent ? "assertive" : "polite");
      this.typing.textContent = "";
      const added = reply.messages.map((message) => this.add(message, "bot", urgent));
      if (this.outbox.length) return;
      this.offer(reply);
      this.scrollToEnd();
      // A reply taller than the screen is read from its beginning.
      const top = (element) => element.getBoundingClientRect().top;
      const hidden = added.length ? top(this.scroller) - top(added[0]) : 0;
      if (hidden > 0) this.scroller.scrollTop -= hidden + 8;
    }

    // Not scrollIntoView: that may also move the page, and the emergency numbers out of sight.
    scrollToEnd() {
      this.scroller.scrollTop = this.scroller.scrollHeight;
    }

    add({ text, image }, speaker, urgent = false) {
      const says = speaker === "bot" ? this.words.bot_says : this.words.patient_says;
      const message = make(
        "div",
        { className: `message ${speaker}${urgent ? " urgent" : ""}` },
        make("span", { className: "only-heard", textContent: `${says} ` }),
        ...(speaker === "bot" ? withPhones(text) : [text]),
      );
      if (image) message.append(make("img", { src: new URL(image, this.connection.server).href, alt: "" }));
      this.log.append(message);
      return message;
    }

    addOwn({ id, shown }) {
      const message = this.add({ text: shown }, "patient");
      message.dataset.id = id;
      return message;
    }

    own(id) {
      return this.log.querySelector(`[data-id="${id}"]`);
    }

    setUnsent(id, text) {
      const message = this.own(id);
      message?.querySelector(".unsent")?.remove();
      if (text) message?.append(make("span", { className: "unsent", textContent: text }));
    }

    offer({ options, tick_list: tickList }) {
      if (!options.length) {
        this.answers.replaceChildren();
      } else if (tickList) {
        this.answers.replaceChildren(this.tickList(options));
      } else {
        this.answers.setAttribute("role", "group");
        this.answers.setAttribute("aria-label", this.words.choose);
        this.answers.replaceChildren(...options.map((option) => this.button(option)));
      }
      if (tickList || !options.length) {
        this.answers.removeAttribute("role");
        this.answers.removeAttribute("aria-label");
      }
    }

    button({ title, payload }) {
      const button = make("button", { type: "button", textContent: title });
      button.addEventListener("click", () => this.send(payload, title));
      return button;
    }

    tickList(options) {
      const boxes = options.map((option) => Object.assign(make("input", { type: "checkbox" }), { option }));
      const hint = make("p", { className: "hint" });
      hint.setAttribute("role", "alert");
      const form = make(
        "form",
        {},
        make(
          "fieldset",
          {},
          make("legend", { textContent: this.words.tick }),
          ...boxes.map((box) => make("label", { className: "tick" }, box, make("span", { textContent: box.option.title }))),
          hint,
          make("button", { textContent: this.words.send }),
        ),
      );
      form.addEventListener("change", ({ target }) => {
        hint.textContent = "";
        if (!target.checked) return;
        for (const box of boxes) {
          if (box !== target && (target.option.exclusive || box.option.exclusive)) box.checked = false;
        }
      });
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        const ticked = boxes.filter((box) => box.checked).map((box) => box.option);
        if (!ticked.length) {
          hint.textContent = this.words.tick_nothing;
          boxes[0].focus();
          return;
        }
        const all = (key, separator) => ticked.map((option) => option[key]).join(separator);
        this.send(all("payload", ","), all("title", "\n"));
      });
      return form;
    }

    showTrouble(texts, task) {
      this.again = task;
      const text = texts?.length ? texts.join("\n") : this.troubleText.dataset.safe;
      this.troubleText.replaceChildren(...withPhones(text));
      this.retry.hidden = !task;
      this.trouble.hidden = false;
      this.scrollToEnd();
    }

    // The patient's hands

    onSubmit(event) {
      event.preventDefault();
      const text = this.input.value.trim();
      if (!text) return this.input.focus();
      if (text.length > this.longest) return this.showTrouble([this.words.too_long], null);
      this.input.value = "";
      this.send(text);
    }

    onKey(event) {
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      this.input.form.requestSubmit();
    }

    onRetry() {
      this.returnFocus();
      if (this.again) this.work(this.again);
    }

    // Where a finger types, the input would open the keyboard over the next question.
    returnFocus() {
      if (matchMedia("(pointer: fine)").matches || document.activeElement === this.input) this.input.focus();
      else this.scroller.focus({ preventScroll: true });
    }
  }

  customElements.define("spasm-chat", SpasmChat);
})();
