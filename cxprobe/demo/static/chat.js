"use strict";
(() => {
  const chat = document.querySelector("[data-chat]");
  if (!chat || !("WebSocket" in window)) return;
  const open = chat.querySelector(".chat-open");
  const panel = chat.querySelector(".chat-panel");
  const log = chat.querySelector(".chat-log");
  const typing = chat.querySelector(".chat-typing");
  const form = chat.querySelector(".chat-form");
  const box = form.querySelector("textarea");
  const shown = new Set(); // ids of messages from the server
  const unsent = new Map(); // mark -> {text, entry}: said, and not yet heard by the shop
  let line = null;
  let pause = 300;
  let wrote = 0; // when the shop was last told that somebody is writing

  const mark = () => Array.from(crypto.getRandomValues(new Uint32Array(3)), (n) => n.toString(36)).join("");

  const make = (tag, marks, ...parts) => {
    const made = Object.assign(document.createElement(tag), marks);
    made.append(...parts);
    return made;
  };

  const linked = (words) => words.split(/(\/feedback\b)/).map((part) =>
    part === "/feedback" ? make("a", { href: part }, part) : part);

  const draw = (speaker, text) => {
    const entry = speaker
      ? make("div", { className: `said${speaker === "You" ? " you" : ""}` },
        make("p", { className: "who", dir: "auto" }, speaker),
        make("p", { className: "text", dir: "auto" }, ...(speaker === "You" ? [text] : linked(text))))
      : make("p", { className: "notice" }, text);
    log.append(entry);
    log.scrollTop = log.scrollHeight;
    return entry;
  };

  const receive = ({ id, speaker, text, mark: sent }) => {
    if (shown.has(id)) return;
    shown.add(id);
    const mine = unsent.get(sent);
    unsent.delete(sent);
    if (mine) mine.entry.classList.remove("waiting");
    else draw(speaker, text);
  };

  const showTyping = (speaker) => {
    typing.hidden = !speaker;
    typing.textContent = speaker ? `${speaker} is typing…` : "";
    log.scrollTop = log.scrollHeight;
  };

  const send = (what) => line?.readyState === WebSocket.OPEN && line.send(JSON.stringify(what));

  // After hours: a form for a message instead of the line to write in.
  const field = (name, label, tag, type) => {
    const input = make(tag, { id: `leave-${name}`, name, required: true, maxLength: 2000 });
    if (type) input.type = type;
    if (name !== "message") input.autocomplete = name;
    return make("div", { className: "field" }, make("label", { htmlFor: input.id }, label), input);
  };

  const close = (labels) => {
    if (panel.querySelector(".chat-leave")) return;
    const button = make("button", { type: "submit", className: "button" }, labels.send);
    const left = make("form", { className: "chat-form chat-leave", noValidate: true },
      field("name", labels.name, "input", "text"), field("email", labels.email, "input", "email"),
      field("message", labels.message, "textarea"), button);
    left.addEventListener("submit", (event) => {
      event.preventDefault();
      send({ leave: Object.fromEntries(new FormData(left)) });
    });
    form.hidden = true;
    // On a small screen the form scrolls, so that it can be read that the chat is closed.
    Object.assign(log.style, { flexBasis: "9rem", flexShrink: 0 });
    Object.assign(left.style, { overflowY: "auto", minHeight: 0 });
    panel.append(left);
  };

  const answerLeft = ({ said, errors = {} }) => {
    const left = panel.querySelector(".chat-leave");
    left?.querySelectorAll(".error").forEach((old) => old.remove());
    left?.querySelectorAll("[aria-invalid]").forEach((old) => old.removeAttribute("aria-invalid"));
    for (const [name, words] of Object.entries(errors)) {
      const input = left.elements[name];
      const error = make("p", { className: "error", id: `leave-${name}-error` }, words);
      input.before(error);
      input.setAttribute("aria-invalid", "true");
      input.setAttribute("aria-describedby", error.id);
    }
    if (said) { left?.remove(); draw("", said); }
    else left?.querySelector("[aria-invalid]")?.focus();
  };

  const connect = () => {
    if (line && line.readyState <= WebSocket.OPEN) return;
    line = new WebSocket(`${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/chat`);
    line.addEventListener("open", () => {
      pause = 300;
      send({ opened: true });
      for (const [sent, { text }] of unsent) send({ say: text, mark: sent });
    });
    line.addEventListener("message", ({ data }) => {
      const told = JSON.parse(data);
      if (told.so_far) told.so_far.forEach(receive);
      if (told.message) receive(told.message);
      if (told.closed) close(told.closed);
      if (told.left) answerLeft(told.left);
      if ("typing" in told) showTyping(told.typing);
    });
    line.addEventListener("close", () => {
      showTyping("");
      setTimeout(connect, pause);
      pause = Math.min(pause * 2, 3000);
    });
  };

  const show = (focus) => {
    panel.hidden = false;
    open.hidden = true;
    open.setAttribute("aria-expanded", "true");
    sessionStorage.setItem("chat", "open");
    connect();
    if (focus) box.focus();
  };

  const hide = () => {
    panel.hidden = true;
    open.hidden = false;
    open.setAttribute("aria-expanded", "false");
    sessionStorage.removeItem("chat");
    open.focus();
  };

  const say = () => {
    const text = box.value.trim();
    box.value = "";
    wrote = 0;
    if (!text) return;
    const sent = mark();
    const entry = draw("You", text);
    entry.classList.add("waiting");
    unsent.set(sent, { text, entry });
    send({ say: text, mark: sent });
  };

  const tellWriting = () => {
    const writing = box.value.trim() !== "";
    if (writing && Date.now() - wrote < 1000) return;
    wrote = writing ? Date.now() : 0;
    send({ writing });
  };

  open.addEventListener("click", () => show(true));
  chat.querySelector(".chat-close").addEventListener("click", hide);
  panel.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
  form.addEventListener("submit", (event) => { event.preventDefault(); say(); box.focus(); });
  box.addEventListener("input", tellWriting);
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) { event.preventDefault(); say(); }
  });
  chat.hidden = false;
  if (sessionStorage.getItem("chat")) show(false);
})();
