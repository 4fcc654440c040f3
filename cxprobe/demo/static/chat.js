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

  const mark = () => Array.from(crypto.getRandomValues(new Uint32Array(3)), (n) => n.toString(36)).join("");

  const draw = (speaker, text) => {
    const entry = document.createElement(speaker ? "div" : "p");
    entry.className = speaker ? "said" : "notice";
    if (!speaker) {
      entry.textContent = text;
    } else {
      entry.classList.toggle("you", speaker === "You");
      for (const [name, words] of [["who", speaker], ["text", text]]) {
        const part = document.createElement("p");
        part.className = name;
        part.dir = "auto";
        part.textContent = words;
        entry.append(part);
      }
    }
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
    if (!text) return;
    const sent = mark();
    const entry = draw("You", text);
    entry.classList.add("waiting");
    unsent.set(sent, { text, entry });
    send({ say: text, mark: sent });
  };

  open.addEventListener("click", () => show(true));
  chat.querySelector(".chat-close").addEventListener("click", hide);
  panel.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
  form.addEventListener("submit", (event) => { event.preventDefault(); say(); box.focus(); });
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) { event.preventDefault(); say(); }
  });
  chat.hidden = false;
  if (sessionStorage.getItem("chat")) show(false);
})();
