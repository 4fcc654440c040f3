// The messages of a chat in this frame: who is named beside each, and what it says. Nothing is acted on.
(own) => {
  const squeeze = (text) => (text || "").replace(/\s+/g, " ").trim();
  const shown = (el) => el.checkVisibility({ visibilityProperty: true });
  const all = [];
  const walk = (root) => { for (const el of root.querySelectorAll("*")) { all.push(el); if (el.shadowRoot) walk(el.shadowRoot); } };
  walk(document);
  const logs = all.filter((el) => shown(el) && (el.matches("[role=log]") || (el.matches("[aria-live=polite]") && el.getBoundingClientRect().height > 20)));
  const log = logs.find((el) => el.matches("[role=log]")) || logs[0];
  if (!log) return null;
  const panel = log.closest("[role=dialog],dialog,aside,section,form") || log.parentElement;
  let items = [...log.children].filter(shown);
  while (items.length === 1 && items[0].matches("ol,ul,div") && items[0].children.length) items = [...items[0].children].filter(shown);
  const name = (el) => {
    const marked = el.querySelector("[class*=author i],[class*=speaker i],[class*=sender i],[class*=name i],[class*=who i],cite,dt");
    if (marked && squeeze(marked.innerText).length < 40) return squeeze(marked.innerText);
    const lines = el.innerText.split("\n").map(squeeze).filter(Boolean);
    if (lines.length > 1 && lines[0].length <= 30 && !/[.!?]$/.test(lines[0])) return lines[0];
    const before = /^([\p{Lu}][\p{L} .'-]{1,28}):\s/u.exec(lines[0] || "");
    return before ? before[1] : "";
  };
  const messages = items.map((el) => {
    const who = name(el);
    let lines = el.innerText.split("\n").map(squeeze).filter(Boolean);
    if (who && lines[0] === who) lines = lines.slice(1);
    else if (who && lines[0]?.startsWith(who)) lines[0] = lines[0].slice(who.length).replace(/^[:,\s]+/, "");
    lines = lines.filter((line) => !/^\d{1,2}[:.]\d{2}( ?[ap]m)?$/i.test(line));
    return { who: who.replace(/[:,]$/, ""), text: lines.join("\n") };
  }).filter((message) => message.text);
  const words = squeeze(panel.innerText);
  const typing = all.some((el) => panel.contains(el) && !log.contains(el) && shown(el) && el.children.length === 0 &&
    /\b(is|are) (typing|writing)|typing\s?(…|\.\.\.)|schreibt( gerade)?|écrit|escribiendo|sta scrivendo|pisze/i.test(el.textContent)) ||
    items.some((el) => /\btyping\b|schreibt|écrit/i.test(el.getAttribute("aria-label") || "") || (el.textContent.length < 60 && /\b(is|are) (typing|writing)/i.test(el.textContent)));
  return { messages, typing, words: words.length };
}
