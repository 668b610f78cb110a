"use strict";

// The chat. Texts become text nodes and tel: links, never markup.
(() => {
  // rasa_parts/site_page.py fills these in: page.yml and chat.css.
  const WORDS = /*words*/ {};
  const STYLE = /*style*/ "";

  const SCRIPT = document.currentScript;
  const NAME = "spasm-chat";
  const REPLY_WITHIN = 12000; // the server promises 10 seconds
  const TYPING_AFTER = 400;
  const TRY_AGAIN = [3, 6, 12, 24, 30]; // seconds
  const URGENT = ["crisis_line", "call_911", "go_to_er"];
  const GONE = [403, 404, 410];
  const UNFIT = [400, 409, 413];
  const PHONE = /((?:\+?1[-. ])?(?:\(\d{3}\) ?|\b\d{3}[-. ])\d{3}[-. ]\d{4}\b|\b(?:911|988)\b)/;
  // As in chat.css.
  const SMALL = matchMedia("(max-width: 30em), (max-height: 30em)");

  if (customElements.get(NAME)) return; // pasted twice

  const make = (kind, properties = {}, ...children) => {
    const [name, className = ""] = kind.split(".");
    const element = Object.assign(document.createElement(name), { className });
    for (const [key, value] of Object.entries(properties)) {
      if (key in element) element[key] = value;
      else element.setAttribute(key, value);
    }
    element.append(...children.filter(Boolean));
    return element;
  };

  const button = (text, onclick, kind = "button") => make(kind, { type: "button", onclick }, text);

  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, key) => values[key]);

  const telephone = (shown) => {
    const digits = shown.replace(/\D/g, "");
    return make("a", { href: `tel:${digits.length < 10 ? digits : `+1${digits.slice(-10)}`}` }, shown);
  };

  // The nodes of a text: every second part is a phone number.
  const withPhones = (text, number = telephone) =>
    text.split(PHONE).map((part, index) => (index % 2 ? number(part) : part));

  class Connection {
    constructor(server) {
      this.server = server;
    }

    address(path) {
      return new URL(path, this.server).href;
    }

    // The `texts` of an error are safe to read.
    async ask(path, body, headers = { "Content-Type": "application/json" }) {
      const answer = await fetch(this.address(path), {
        method: body ? "POST" : "GET",
        headers,
        body: body && JSON.stringify(body),
        credentials: "omit",
        signal: AbortSignal.timeout(REPLY_WITHIN),
      });
      const reply = await answer.json();
      if (answer.ok && reply.messages && !reply.error) return reply;
      const texts = reply.messages?.map(({ text }) => text);
      throw Object.assign(new Error(reply.error), { status: answer.status, texts, reply });
    }
  }

  // What outlives a reload, in this tab or on this device.
  class Memory {
    constructor() {
      this.empty();
      this.read();
    }

    empty() {
      this.onDevice = false;
      this.chat = { conversation: null, outbox: [], timer: null };
    }

    // Without storage the chat works until the page is left.
    use(onDevice, action) {
      try {
        return action(onDevice ? localStorage : sessionStorage);
      } catch {
        return null;
      }
    }

    // A tab keeps a chat of its own, whatever is on the device.
    read() {
      const get = (storage) => JSON.parse(storage.getItem(NAME));
      const ofTab = this.use(false, get);
      const kept = ofTab || this.use(true, get);
      if (kept) Object.assign(this, { chat: kept, onDevice: !ofTab });
      else if (this.onDevice) this.empty();
    }

    change(values) {
      Object.assign(this.chat, values);
      this.use(this.onDevice, (storage) => storage.setItem(NAME, JSON.stringify(this.chat)));
    }

    // Another tab may have changed the outbox since.
    changeOutbox(change) {
      if (this.onDevice) this.read();
      this.change({ outbox: change(this.chat.outbox) });
    }

    wipe() {
      for (const onDevice of [false, true]) this.use(onDevice, (storage) => storage.removeItem(NAME));
    }

    move(onDevice) {
      this.wipe();
      this.onDevice = onDevice;
      this.change();
    }

    get wasOpen() {
      return this.use(false, (storage) => storage[`${NAME}-open`]);
    }

    set wasOpen(open) {
      this.use(false, (storage) => (storage[`${NAME}-open`] = open));
    }
  }

  // Counts down to a remembered moment, and so goes on while the page is closed.
  class Timer {
    constructor(memory, show) {
      Object.assign(this, { memory, show });
    }

    set(timer) {
      this.memory.change({ timer: timer && { ...timer, end: Date.now() + timer.minutes * 60000 } });
      this.tick();
    }

    tick() {
      clearTimeout(this.next);
      const { timer } = this.memory.chat;
      const left = timer ? Math.max(0, Math.ceil((timer.end - Date.now()) / 1000)) : 0;
      this.show(timer, left);
      if (left) this.next = setTimeout(() => this.tick(), 500);
    }
  }

  class SpasmChat extends HTMLElement {
    connectedCallback() {
      if (this.shadowRoot) return;
      const server = this.option("server")?.replace(/\/?$/, "/") || SCRIPT.src;
      this.connection = new Connection(new URL(server, document.baseURI));
      const root = this.attachShadow({ mode: "open" });
      if (document.querySelector(NAME) !== this) return; // pasted twice
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(STYLE);
      root.adoptedStyleSheets = [sheet];

      this.position = this.option("position");
      this.isPage = this.position === "page";
      this.words = Object.fromEntries(Object.keys(WORDS).map((key) => [key, this.word(key)]));
      this.memory = new Memory();
      this.timer = new Timer(this.memory, (timer, left) => this.showTimer(timer, left));
      this.failures = 0;
      this.last = Promise.resolve();
      root.append(this.build());
      this.listen();
      this.timer.tick();
      if (this.isPage) this.refresh();
      else if ((this.memory.wasOpen ?? String(this.option("open") != null)) === "true") this.place();
    }

    // An attribute of the element, or with data- of the script.
    option(name) {
      return this.getAttribute(name) ?? SCRIPT?.getAttribute(`data-${name}`);
    }

    // The site may change words, but not those with a number to call.
    word(key) {
      const fixed = WORDS[key].match?.(PHONE);
      return (!fixed && this.option(`text-${key.replaceAll("_", "-")}`)) || WORDS[key];
    }

    // The screen, in the order of reading

    build() {
      const { words, isPage } = this;
      const open = () => {
        this.place();
        this.returnFocus();
      };
      this.launcher = button(words.launcher, open, "button.launcher");
      this.launcher.setAttribute("aria-haspopup", "dialog");
      this.notice = make("div", {}, this.launcher);
      // A dialog's name is heard on entering it. It is modal only where it covers the page.
      this.panel = make(
        isPage ? "div.panel" : "dialog.panel",
        isPage ? {} : { "aria-label": words.heading },
        this.header(),
        this.timerBox(),
        this.conversation(),
        this.footer(),
        this.forgetDialog(),
      );
      return make(
        "section",
        { className: this.position, lang: this.option("lang") || words.language, "aria-label": words.heading },
        !isPage && this.notice,
        this.panel,
      );
    }

    header() {
      const { words, isPage } = this;
      return make(
        "header",
        {},
        make("div", {}, make(isPage ? "h1" : "h2", {}, words.heading), make("p", {}, words.clinic_name)),
        !isPage && make("button.close", { "aria-label": words.close, onclick: () => this.panel.close() }),
        make(
          "nav",
          { "aria-label": words.urgent_numbers },
          make("a.emergency", { href: "tel:911" }, words.emergency),
          make("a", { href: words.clinic_link }, ...withPhones(words.call_clinic, (number) => make("span", {}, number))),
        ),
      );
    }

    timerBox() {
      this.timerText = make("p", { role: "status" });
      this.timerTime = make("span", { role: "timer" });
      this.timerStop = button("", () => {
        this.timer.set(null);
        this.returnFocus();
      });
      return make("div.timer", {}, this.timerText, this.timerTime, this.timerStop);
    }

    conversation() {
      const { words } = this;
      this.log = make("div", { role: "log", "aria-live": "polite", "aria-label": words.log, tabIndex: 0 });
      this.typing = make("p.typing", { role: "status" });
      this.answers = make("div");
      this.summary = make("div");
      this.troubleText = make("p");
      const retry = () => {
        this.returnFocus();
        this.tryAgain();
      };
      this.retry = button(words.try_again, retry, "button.main");
      this.trouble = make("div.trouble", { role: "alert", hidden: true }, this.troubleText, this.retry);
      const parts = [this.log, this.typing, this.answers, this.summary, this.trouble];
      this.scroller = make("div.scroller", { tabIndex: -1 }, ...parts);
      return this.scroller;
    }

    footer() {
      const { words } = this;
      this.input = make("textarea", { id: "say", rows: 1, autocomplete: "off", enterKeyHint: "send" });
      this.input.onkeydown = (event) => this.onKey(event);
      const onchange = ({ target }) => this.memory.move(target.checked);
      this.remember = make("input", { type: "checkbox", "aria-describedby": "kept", onchange });
      this.menu = make(
        "details",
        {},
        make("summary", {}, words.options),
        make("label.tick", {}, this.remember, words.remember),
        make("p", { id: "kept" }, words.kept),
        make(
          "div.row",
          {},
          button(words.start_over, () => this.send(words.start_over_says)),
          button(words.forget, () => this.dialog.showModal()),
        ),
      );
      return make(
        "footer",
        {},
        make(
          "form",
          { onsubmit: (event) => this.onSubmit(event) },
          make("label", { htmlFor: "say" }, words.say),
          this.input,
          make("button.main", {}, words.send),
        ),
        make("p", {}, words.disclaimer),
        this.menu,
      );
    }

    forgetDialog() {
      const { words } = this;
      const close = () => this.dialog.close();
      const forget = () => {
        close();
        this.work(() => this.forget());
      };
      this.dialog = make(
        "dialog",
        { "aria-label": words.forget },
        make("p", {}, words.forget_question),
        make("div.row", {}, button(words.forget_no, close), button(words.forget_yes, forget)),
      );
      return this.dialog;
    }

    listen() {
      window.addEventListener("online", () => this.tryAgain());
      window.addEventListener("storage", (event) => this.onStorage(event));
      document.addEventListener("visibilitychange", () => this.refresh());
      this.panel.addEventListener("keydown", (event) => this.onEscape(event));
      this.panel.addEventListener("close", () => this.onClose());
      SMALL.addEventListener("change", () => this.onTurn());
      visualViewport.addEventListener("resize", () => this.fit());
    }

    // Opening and closing

    place() {
      if (SMALL.matches) this.panel.showModal();
      else this.panel.open = true;
      this.opened();
      this.refresh();
    }

    onClose() {
      if (this.panel.open) return;
      this.opened();
      this.launcher.focus();
    }

    opened() {
      const { open } = this.panel;
      this.memory.wasOpen = open;
      this.launcher.hidden = open;
      this.launcher.setAttribute("aria-expanded", open);
    }

    // A phone was turned, or a window made smaller.
    onTurn() {
      if (!this.panel.open) return;
      const { activeElement } = this.shadowRoot;
      this.panel.close();
      this.place();
      activeElement?.focus();
    }

    // A phone's keyboard covers the page: the numbers stay in sight.
    fit() {
      const { height, offsetTop, scale } = visualViewport;
      this.panel.style.setProperty("--height", scale > 1 ? "" : `${height}px`);
      this.panel.style.setProperty("--top", scale > 1 ? "" : `${offsetTop}px`);
    }

    // The conversation

    // Fetches what another tab may have said.
    refresh() {
      if ((!this.isPage && !this.panel.open) || document.hidden || this.ended) return;
      this.remember.checked = this.memory.onDevice;
      this.begun = false;
      this.work(this.again || (() => this.goOn()));
    }

    async goOn() {
      this.ended = false;
      if (!this.begun && this.memory.chat.conversation) await this.resume();
      if (!this.memory.chat.conversation) await this.begin();
      this.begun = true;
      await this.sendAll();
    }

    async begin() {
      const reply = await this.connection.ask("open", {});
      this.memory.change({ conversation: reply.conversation });
      this.log.replaceChildren();
      this.show(reply);
      for (const waiting of this.memory.chat.outbox) this.addOwn(waiting);
    }

    async resume() {
      try {
        const headers = { "X-Conversation": this.memory.chat.conversation };
        this.catchUp(await this.connection.ask("history", null, headers));
      } catch (error) {
        this.unlessGone(error);
      }
    }

    unlessGone(error) {
      if (!GONE.includes(error.status)) throw error;
      this.memory.change({ conversation: null });
    }

    catchUp(history) {
      const arrived = history.messages.map(({ id }) => id);
      this.memory.changeOutbox((outbox) => outbox.filter(({ id }) => !arrived.includes(id)));
      const { outbox } = this.memory.chat;
      if (this.log.childElementCount === history.messages.length + outbox.length) return;
      // Read aloud only what comes after.
      this.log.setAttribute("aria-live", "off");
      this.log.replaceChildren();
      for (const message of history.messages) this.add(message, message.from);
      for (const waiting of outbox) this.addOwn(waiting);
      requestAnimationFrame(() => this.log.setAttribute("aria-live", "polite"));
      if (!outbox.length) this.offer(history);
      this.scrollToEnd();
    }

    // `shown` is how a pressed `message` looks.
    send(message, shown = message) {
      const waiting = { id: crypto.getRandomValues(new Uint32Array(4)).join("-"), message, shown };
      this.memory.changeOutbox((outbox) => [...outbox, waiting]);
      this.menu.open = false;
      this.answers.replaceChildren();
      this.addOwn(waiting);
      this.scrollToEnd();
      this.returnFocus();
      this.work(() => this.goOn());
    }

    async sendAll() {
      let waiting;
      while ((waiting = this.memory.chat.outbox[0])) {
        const { conversation } = this.memory.chat;
        const { id, message } = waiting;
        let reply;
        try {
          reply = await this.connection.ask("message", { conversation, id, message });
        } catch (error) {
          this.notSent(waiting, error);
          throw error;
        }
        this.setUnsent(id, "");
        this.drop(id);
        if (reply.ended) return this.end(reply);
        this.show(reply);
      }
    }

    notSent({ id, shown }, error) {
      for (const waiting of this.memory.chat.outbox) this.setUnsent(waiting.id, this.words.not_sent);
      if (GONE.includes(error.status)) this.memory.change({ conversation: null });
      // Sending it again cannot help.
      error.final = UNFIT.includes(error.status);
      if (!error.final) return;
      this.drop(id);
      this.own(id)?.remove();
      if (error.message === "not_offered") this.offer(error.reply);
      else this.input.value ||= shown;
    }

    drop(sent) {
      this.memory.changeOutbox((outbox) => outbox.filter(({ id }) => id !== sent));
    }

    async forget() {
      const { conversation } = this.memory.chat;
      let reply = { messages: [], options: [] };
      try {
        if (conversation) reply = await this.connection.ask("forget", { conversation });
      } catch (error) {
        this.unlessGone(error);
        reply.messages = error.texts.map((text) => ({ text }));
      }
      this.end(reply);
    }

    // Only `reply` stays, and the way to a new chat.
    end(reply) {
      this.ended = true;
      this.memory.wipe();
      this.memory.empty();
      this.menu.open = this.remember.checked = false;
      this.timer.tick();
      this.log.replaceChildren();
      this.show(reply);
      const again = button(this.words.new_chat, () => {
        again.remove();
        this.returnFocus();
        this.work(() => this.goOn());
      });
      this.answers.replaceChildren(again);
      again.focus();
    }

    // One after the other; if one fails, the safe text.
    work(task) {
      this.last = this.last.then(() => this.attempt(task));
    }

    async attempt(task) {
      clearTimeout(this.nextTry);
      this.again = null;
      const typing = setTimeout(() => {
        this.typing.textContent = this.words.typing;
        this.scrollToEnd();
      }, TYPING_AFTER);
      try {
        await task();
        this.trouble.hidden = true;
        this.failures = 0;
      } catch (error) {
        this.showTrouble(error.texts, !error.final && task);
      } finally {
        clearTimeout(typing);
        this.typing.textContent = "";
      }
    }

    tryAgain() {
      if (this.again && !document.hidden) this.work(this.again);
    }

    show(reply) {
      const urgent = URGENT.includes(reply.level);
      this.log.setAttribute("aria-live", urgent ? "assertive" : "polite");
      this.typing.textContent = "";
      this.trouble.hidden = true;
      const added = reply.messages.map((message) => this.add(message, "bot", urgent));
      if (this.memory.chat.outbox.length) return;
      this.offer(reply);
      this.scrollToEnd();
      // A reply taller than the screen is read from its beginning.
      if (added.length) this.scroller.scrollTop = Math.min(this.scroller.scrollTop, added[0].offsetTop - 8);
    }

    // scrollIntoView would also move the page.
    scrollToEnd() {
      this.scroller.scrollTop = this.scroller.scrollHeight;
    }

    add({ text, image, description, timer }, speaker, urgent) {
      const { words } = this;
      const isBot = speaker === "bot";
      const message = make(
        "div",
        { className: `message ${speaker}${urgent ? " urgent" : ""}` },
        make("span.only-heard", {}, `${isBot ? words.bot_says : words.patient_says} `),
        image && this.drawing(image, description),
        ...(isBot ? withPhones(text) : [text]),
        timer && button(fill(words.timer_start, timer), () => this.timer.set(timer), "button.main"),
      );
      this.log.append(message);
      return message;
    }

    drawing(image, alt) {
      const onerror = ({ target }) => target.replaceWith(make("p", {}, alt));
      return make("img", { alt, onerror, src: this.connection.address(image) });
    }

    addOwn({ id, shown }) {
      this.add({ text: shown }, "patient").dataset.id = id;
    }

    own(id) {
      return this.log.querySelector(`[data-id="${id}"]`);
    }

    setUnsent(id, text) {
      const message = this.own(id);
      message?.querySelector(".unsent")?.remove();
      if (text) message?.append(make("span.unsent", {}, text));
    }

    offer({ options, tick_list: tickList, progress, summary }) {
      this.answers.replaceChildren();
      if (progress) this.answers.append(this.progress(progress));
      if (options.length) this.answers.append(tickList ? this.tickList(options) : this.choices(options));
      const shown = this.summary.querySelector("textarea")?.value;
      if (summary !== shown) this.summary.replaceChildren(...(summary ? [this.summaryBox(summary)] : []));
    }

    choices(options) {
      const buttons = options.map(({ title, payload }) => button(title, () => this.send(payload, title)));
      return make("div.choices", { role: "group", "aria-label": this.words.choose }, ...buttons);
    }

    tickList(options) {
      const { words } = this;
      const boxes = options.map(() => make("input", { type: "checkbox" }));
      const lines = boxes.map((box, index) => make("label.tick", {}, box, options[index].title));
      const hint = make("p.hint", { role: "alert" });
      const onchange = ({ target }) => {
        hint.textContent = "";
        if (!target.checked) return;
        const alone = options[boxes.indexOf(target)].exclusive;
        boxes.forEach((box, index) => (box.checked &&= box === target || !(alone || options[index].exclusive)));
      };
      const onsubmit = (event) => {
        event.preventDefault();
        const ticked = options.filter((_, index) => boxes[index].checked);
        const all = (key, separator) => ticked.map((option) => option[key]).join(separator);
        if (ticked.length) return this.send(all("payload", ","), all("title", "\n"));
        hint.textContent = words.tick_nothing;
        boxes[0].focus();
      };
      const send = make("button.main", {}, words.send);
      return make("form", { onchange, onsubmit }, make("fieldset", {}, make("legend", {}, words.tick), ...lines, hint, send));
    }

    progress({ step, of }) {
      const { words } = this;
      return make(
        "div.row",
        {},
        make("label", {}, fill(words.step, { step, of }), make("progress", { max: of, value: step })),
        step > 1 && button(words.step_back, () => this.send(words.step_back_says)),
      );
    }

    summaryBox(text) {
      const { words } = this;
      const area = make("textarea", { readOnly: true, value: text, rows: 6, "aria-label": words.summary });
      const said = make("p", { role: "status" });
      // Without https there is no clipboard: the text is marked.
      const copy = async () => {
        area.select();
        const copied = await navigator.clipboard?.writeText(text).then(() => true, () => false);
        said.textContent = copied ? words.copied : words.copy_yourself;
      };
      const buttons = make("div.row", {}, button(words.copy, copy), button(words.print, () => this.print(text)));
      const ontoggle = () => this.scrollToEnd();
      return make("details", { ontoggle }, make("summary", {}, words.summary), area, buttons, said);
    }

    // Prints the summary alone, from a frame that loads nothing.
    print(text) {
      this.frame?.remove();
      const onload = () => {
        const { contentWindow: paper } = this.frame;
        const body = make("p", {}, text);
        body.style.whiteSpace = "pre-wrap";
        paper.document.title = this.words.summary;
        paper.document.body.append(make("h1", {}, this.words.summary), body);
        paper.print();
      };
      this.frame = make("iframe.only-heard", { "aria-hidden": true, tabIndex: -1, onload });
      this.panel.append(this.frame);
    }

    showTimer(timer, left) {
      const { words } = this;
      const state = !timer ? "off" : !left ? "over" : left > 60 ? "on" : "last";
      const over = state === "over";
      const text = timer ? fill(words[`timer_${state}`], timer) : "";
      this.timerTime.textContent = left ? `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}` : "";
      this.timerStop.textContent = over ? words.timer_done : words.timer_stop;
      this.timerStop.hidden = !timer;
      this.timerText.parentNode.dataset.state = state;
      if (this.timerText.textContent === text) return;
      for (const place of [this.timerText, this.notice]) place.setAttribute("aria-live", over ? "assertive" : "polite");
      this.timerText.textContent = text;
      this.launcher.textContent = over ? text : words.launcher;
      if (over && navigator.userActivation?.hasBeenActive) navigator.vibrate?.([400, 200, 400]);
    }

    showTrouble(texts, task) {
      const text = texts?.join("\n") || this.words.safe;
      // The same text would be read aloud again.
      if (this.trouble.hidden || this.troubleText.textContent !== text) {
        this.troubleText.replaceChildren(...withPhones(text));
      }
      this.retry.hidden = !task;
      this.trouble.hidden = false;
      this.scrollToEnd();
      this.again = task;
      const seconds = TRY_AGAIN[this.failures++] ?? TRY_AGAIN.at(-1);
      this.nextTry = setTimeout(() => this.tryAgain(), seconds * 1000);
    }

    // The patient's hands

    onSubmit(event) {
      event.preventDefault();
      const text = this.input.value.trim();
      if (!text) return this.input.focus();
      if (text.length > this.words.longest_message) return this.showTrouble([this.words.too_long]);
      this.input.value = "";
      this.send(text);
    }

    onKey(event) {
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      this.input.form.requestSubmit();
    }

    onEscape({ key, isComposing }) {
      if (key === "Escape" && !isComposing && !this.dialog.open) this.panel.close?.();
    }

    // Another tab has changed what the device remembers.
    onStorage({ key }) {
      if (key && key !== NAME) return;
      const { conversation } = this.memory.chat;
      this.memory.read();
      this.timer.tick();
      if (this.memory.chat.conversation !== conversation) this.log.replaceChildren();
      this.refresh();
    }

    // On a phone the input would open the keyboard.
    returnFocus() {
      if (matchMedia("(pointer: fine)").matches || this.shadowRoot.activeElement === this.input) this.input.focus();
      else this.scroller.focus({ preventScroll: true });
    }
  }

  customElements.define(NAME, SpasmChat);

  // The script alone makes the element too.
  const place = () => document.querySelector(NAME) || document.body.append(make(NAME));
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", place);
  else place();
})();
