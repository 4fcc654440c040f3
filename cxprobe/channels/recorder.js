// Watches one frame on behalf of cxprobe and reports what a person would notice. It never acts, and
// never reports the value of a field. Times are milliseconds since the epoch, by the browser's clock.
(function watch() {
  const here = document, before = globalThis.__cxprobe_watching__;
  if (before?.document === here) return;
  before?.end();
  const listening = new AbortController();
  let ended = false;
  Object.defineProperty(globalThis, "__cxprobe_watching__", {
    configurable: true, value: { document: here, end() { deliver(); ended = true; listening.abort(); } },
  });
  const ORIGIN = performance.timeOrigin;
  const now = () => ORIGIN + performance.now();
  const at = (event) => ORIGIN + event.timeStamp;
  const DEAD_AFTER = 2500, SOON = 250, DIRECT = 150, LEAVING = 20000, TOGETHER = 250;
  const queue = [];
  let timer = 0, ticks = 0;         // whether timers run: they do not where a page may run no scripts
  setTimeout(() => { ticks = 1; }, 0);

  // What is told is written by the browser's own JSON, whatever a page has made of it: old libraries teach
  // lists to write themselves, and Playwright's way of telling does not survive that. It is one text, which
  // is less work on its way than a tree of values.
  const { stringify } = JSON;
  const TAUGHT = [Object, Array, String, Number, Boolean].map((kind) => kind.prototype);
  const plainly = (act) => {
    const taught = TAUGHT.filter((kind) => kind.hasOwnProperty("toJSON")).map((kind) => [kind, Object.getOwnPropertyDescriptor(kind, "toJSON")]);
    const theirs = JSON.stringify;
    for (const [kind] of taught) delete kind.toJSON;
    if (theirs !== stringify) JSON.stringify = stringify;
    try { return act(); } finally {
      if (theirs !== stringify) JSON.stringify = theirs;
      for (const [kind, how] of taught) Object.defineProperty(kind, "toJSON", how);
    }
  };
  const deliver = () => {
    clearTimeout(timer); timer = 0;
    if (!queue.length || typeof globalThis.__cxprobe_tell__ !== "function") return;
    const batch = queue.splice(0);
    plainly(() => globalThis.__cxprobe_tell__(stringify(batch))).catch(() => {});
  };
  // A delivery takes a round trip through three processes, so what happens together is told together.
  // What cannot wait: errors, dialogs, a page that is left, and acts in a frame or window that may be
  // closed by them without being asked.
  const FLEETING = window !== top || !!window.opener;
  const tell = (kind, data, soon) => {
    if (ended) return;
    queue.push({ k: kind, t: now(), ...data });
    if (soon) deliver(); else if (!timer) timer = setTimeout(deliver, TOGETHER);
  };

  // ---- what a person calls a control -------------------------------------------------------------
  const squeeze = (text) => (text || "").replace(/\s+/g, " ").trim().slice(0, 120);
  const byIds = (el, attribute) => (el.getAttribute(attribute) || "").split(/\s+/).filter(Boolean)
    .map((id) => el.getRootNode().getElementById?.(id)?.textContent || "").join(" ");
  const nameOf = (el) => {
    if (!el || !el.getAttribute) return "";
    const labels = el.labels ? [...el.labels].map((l) => l.innerText || l.textContent).join(" ") : "";
    const words = squeeze(byIds(el, "aria-labelledby")) || squeeze(el.getAttribute("aria-label")) || squeeze(labels);
    if (words) return words;
    if (el.matches("input[type=submit],input[type=button],input[type=reset]")) return squeeze(el.value) || "Submit";
    if (el.matches("input,select,textarea")) {
      return squeeze(el.getAttribute("placeholder")) || squeeze(el.title) || squeeze(el.name) || el.type || el.localName;
    }
    return squeeze(wordsOf(el)) || squeeze(el.querySelector("img[alt]")?.alt) || squeeze(el.title) ||
      squeeze(el.getAttribute("aria-placeholder")) || (isWritten(el) ? "" : squeeze(el.textContent)) || el.localName;
  };
  // The words of an element without what was typed into it: an editable element is a field, and its text a value.
  const EDITABLE = "[contenteditable]:not([contenteditable=false])";
  const isWritten = (el) => el.isContentEditable || !!el.querySelector(EDITABLE);
  const wordsOf = (el) => {
    if (!isWritten(el)) return el.innerText ?? el.textContent ?? "";
    if (el.isContentEditable) return "";
    return [...el.childNodes].map((node) => node instanceof Element ? (shown(node) && !node.matches("input,textarea") ? wordsOf(node) : "")
      : node.nodeType === Node.TEXT_NODE ? node.data.replace(/\s+/g, " ") : "").join("\n");
  };
  const CONTROL = "a[href],button,input,select,textarea,summary,label,[role=button],[role=link],[role=tab]," +
    "[role=menuitem],[role=option],[role=checkbox],[role=radio],[role=switch],[onclick],[contenteditable=true]";
  const roleOf = (el) => el.getAttribute("role") || ({ a: "link", summary: "button", select: "combobox", textarea: "textbox" })[el.localName] ||
    (el.localName === "input" ? ({ submit: "button", button: "button", image: "button", reset: "button", checkbox: "checkbox", radio: "radio" })[el.type] || "textbox" : el.localName);
  const SECRET = /^(cc-number|cc-csc|cc-exp|cc-exp-month|cc-exp-year|one-time-code|current-password|new-password)$/;
  const isSecret = (el) => el.type === "password" || (el.getAttribute("autocomplete") || "").toLowerCase().split(/\s+/).some((t) => SECRET.test(t));
  const isText = (el) => el.localName === "textarea" || el.isContentEditable ||
    (el.localName === "input" && !/^(submit|button|image|reset|checkbox|radio|file|range|color|hidden)$/.test(el.type));
  const shown = (el) => !!el && el.isConnected && (el.checkVisibility ? el.checkVisibility({ visibilityProperty: true, opacityProperty: false }) : true);
  const target = (event) => {
    const path = event.composedPath();
    for (const el of path) if (el instanceof Element && el.matches(CONTROL)) return el;
    for (const el of path) if (el instanceof Element) return el;
    return null;
  };

  // ---- acts and the waits they cause -------------------------------------------------------------
  // An act is something the customer did, or a page that is loading. A request belongs to the act it
  // was started in, and what changes when it is answered is a change that act caused, however late.
  const requests = new Set();     // {act, start, head, end, type, url}
  const live = new Set();
  let act = null, onEffect = [];
  let windows = 0;                // how many it has opened
  let acts = 0;                   // how many, so that the effect of the newest can be awaited
  const affected = () => { if (act) act.effect = true; onEffect = onEffect.filter((f) => !f()); };
  const open = (a) => [...requests].some((r) => r.act === a && !r.end && !r.stream);
  const server = (a) => Math.max(0, ...[...requests].filter((r) => r.act === a && r.head && !r.stream).map((r) => r.head - r.start));
  const close = (a) => {
    live.delete(a);
    if (a.cause === "navigation") {
      const last = Math.max(a.last || 0, firstPaint || 0);
      if (last && window === top) tell("landed", { t0: ORIGIN, last, first: firstPaint || a.first, label: a.label });
    } else if (a.last && a.last - a.t0 >= 30) tell("wait", { t: a.last, t0: a.t0, first: a.first, last: a.last, cause: a.net || "page", label: a.label, server: server(a) });
  };
  const retire = () => { for (const a of live) if (a !== act && !open(a) && now() - a.last > SOON) close(a); };
  const begin = (t0, cause, label) => {
    if (cause !== "navigation") arrived(true);
    if (cause === "press") acts += 1;
    act = { t0, cause, label, first: 0, last: 0, net: "", effect: false, x: scrollX, y: scrollY };
    retire();
    live.add(act);
  };
  const mark = (a, t, net) => { rage.length = 0;   // whoever got an answer does not rage
    a.first ||= t; a.last = t; if (net) a.net = net; if (a === act) affected(); };
  const changed = (t) => {
    let found = false;
    for (const r of requests) {
      if (!r.head || t < r.head || !live.has(r.act)) continue;
      const answering = r.stream ? t - r.head <= SOON : !r.end || t <= r.end + SOON;
      if (answering) { mark(r.act, t, r.type); found = true; }
    }
    if (found || !act) return;
    if (act.cause === "navigation" && document.readyState !== "complete") mark(act, t, "navigation");
    else if (t - Math.max(act.t0, act.last) <= DIRECT) mark(act, t, "");
  };
  const whole = (url) => { try { return new URL(url, document.baseURI).href.split("#")[0]; } catch { return ""; } };
  const started = (type, url) => {
    const r = { act, start: now(), head: 0, end: 0, type, url };
    requests.add(r); affected();
    if (requests.size > 200) for (const old of requests) if (old.end) { requests.delete(old); break; }
    return r;
  };
  // An answer that is an error is told by the page, at the time it came; a request without any answer
  // is told by the browser.
  const failing = (t, url, status, resource) => { if (status >= 400) tell("network", { t, url, status, resource }); };
  const wrap = (owner, name, traps) => { try { owner[name] = new Proxy(owner[name], traps); } catch { /* frozen by the page */ } };
  if (globalThis.fetch) wrap(globalThis, "fetch", {
    apply(fetch, self, args) {
      const r = started("fetch", whole(args[0]?.url || args[0]));
      const promise = Reflect.apply(fetch, self, args);
      promise.then((response) => {
        r.head = now();
        if (!/^https?:/.test(r.url)) r.end = r.head;      // what never left the page has no timing to wait for
        setTimeout(() => { r.end ||= now(); }, 15000);
        failing(r.head, response.url || r.url, response.status, "fetch");
      }, () => { r.head = r.end = now(); });
      return promise;
    },
  });
  if (globalThis.XMLHttpRequest) wrap(XMLHttpRequest.prototype, "send", {
    apply(send, self, args) {
      const r = started("fetch", "");
      self.addEventListener("readystatechange", () => { if (self.readyState >= 2) r.head ||= now(); });
      self.addEventListener("loadend", () => { r.head ||= now(); r.end = now(); failing(r.head, self.responseURL, self.status, "xhr"); });
      return Reflect.apply(send, self, args);
    },
  });
  const stream = (type) => ({
    construct(Kind, args, made) {
      const socket = Reflect.construct(Kind, args, made);
      const r = { act, start: now(), head: 0, end: 0, type, url: String(args[0]), stream: true };
      requests.add(r);
      // Registered first, so the stamp is taken before the page's own listener changes anything.
      socket.addEventListener("message", () => { r.head = now(); });
      socket.addEventListener("close", () => requests.delete(r));
      // An event source that lost its answer asks again by itself; one that is closed has failed.
      socket.addEventListener("error", () => { if (type === "websocket" || socket.readyState === 2) tell("socket", { url: socket.url || r.url, resource: type }); });
      if (type === "websocket") {
        const send = socket.send;
        socket.send = new Proxy(send, { apply(f, self, a) { r.act = act; r.head = 0; affected(); return Reflect.apply(f, self, a); } });
      }
      return socket;
    },
  });
  if (globalThis.WebSocket) wrap(globalThis, "WebSocket", stream("websocket"));
  if (globalThis.EventSource) wrap(globalThis, "EventSource", stream("eventsource"));
  try {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const own = entry.initiatorType === "fetch" || entry.initiatorType === "xmlhttprequest";
        if (!own) failing(ORIGIN + entry.responseEnd, entry.name, entry.responseStatus, entry.initiatorType);
        else for (const r of requests) {
          if (!r.end && r.url && r.url === entry.name.split("#")[0] && entry.startTime + ORIGIN >= r.start - 20) {
            r.end = ORIGIN + entry.responseEnd; r.head ||= r.end; break;
          }
        }
      }
    }).observe({ type: "resource" });
  } catch { /* no resource timing here */ }

  // ---- what a person does ------------------------------------------------------------------------
  const typing = new WeakMap();   // field -> {count, corrections, empty, length, keyed}
  let field = null;
  const fieldDone = () => {
    const el = field; field = null;
    const typed = el && typing.get(el);
    if (!typed || !(typed.count || typed.corrections)) return;
    typing.delete(el);
    tell("keys", {
      t0: typed.t0, t: typed.t1, field: nameOf(el), key: el.getAttribute("autocomplete") || el.name || el.id || "", count: typed.count,
      corrections: typed.corrections, empty: typed.empty, secret: isSecret(el), pasted: typed.pasted, search: el.type === "search" || el.matches("[role=searchbox]"),
    }, FLEETING);
  };
  const lengthOf = (el) => (el.isContentEditable ? el.textContent : el.value || "").length;
  const typedIn = (el, event) => {
    if (field && field !== el) fieldDone();
    let typed = typing.get(el);
    const length = lengthOf(el), t = event ? at(event) : now();
    const before = typed ? typed.length : (heldBefore.get(el) ?? 0);
    if (!typed) typing.set(el, typed = { count: 0, corrections: 0, empty: before === 0, length: before, pasted: false, t0: t });
    const how = event?.inputType || "";
    if (how.startsWith("delete")) typed.corrections += 1;
    else if (how === "insertFromPaste" || how === "insertFromDrop") { typed.count += 2; typed.pasted = true; }
    else if (how === "insertCompositionText") typed.count += 1;
    else if (how.startsWith("insert")) typed.count += event.data ? [...event.data].length : 1;
    else if (length) typed.count += length;   // filled at once by a script: as if every key had been pressed
    typed.length = length; typed.t1 = t; field = el;
    heldBefore.set(el, length);
  };
  const heldBefore = new WeakMap();
  let navKeys = 0, navAt = 0;     // Tab, arrows, Space, Escape: how people without a mouse get about
  const navDone = () => { if (navKeys) tell("keys", { t: navAt, t0: navAt, field: "", key: "", count: navKeys, corrections: 0, empty: false, secret: false, pasted: false, search: false, nav: true }); navKeys = 0; };
  let lastPress = { el: null, t: 0, label: null };
  const rage = [];
  const EVENTS = { capture: true, passive: true, signal: listening.signal };
  addEventListener("focusin", (e) => { const el = e.composedPath()[0]; if (el instanceof Element && isText(el) && !heldBefore.has(el)) heldBefore.set(el, lengthOf(el)); affected(); }, EVENTS);
  addEventListener("focusout", (e) => { if (e.composedPath()[0] === field) fieldDone(); }, EVENTS);
  addEventListener("beforeinput", (e) => { const el = e.composedPath()[0]; if (el instanceof Element && !typing.has(el)) heldBefore.set(el, lengthOf(el)); }, EVENTS);
  addEventListener("input", (e) => {
    const el = e.composedPath()[0];
    if (!(el instanceof Element) || !isText(el)) return;
    typedIn(el, e);
    begin(at(e), "typing", nameOf(el));
  }, EVENTS);
  // A form sent, or a link followed, leads away a moment later, unless the page prevents it.
  let leavingAt = 0, leavingFor = 0;
  const mayLeave = (event) => {
    leavingAt = now(); leavingFor = 500;
    setTimeout(() => { if (event.defaultPrevented && leavingFor === 500) leavingAt = 0; }, 0);
  };
  const leads = (el) => el.localName === "a" && /^https?:$/.test(el.protocol) && !el.target && !el.hasAttribute("download") &&
    (el.pathname !== location.pathname || el.search !== location.search || !el.hash);
  addEventListener("click", (e) => {
    if (!e.isTrusted) return;
    const el = target(e); if (!el) return;
    if (leads(el)) mayLeave(e);
    const t = at(e);
    // A label hands its click on to its control, and Enter in a form presses the button: one press each.
    if (lastPress.label && lastPress.label.control === el && t - lastPress.t < 60) return;
    if (field && field !== el) fieldDone();
    lastPress = { el, t, label: el.matches("a,button,input,select,textarea") ? null : el.closest("label") };
    const aim = lastPress.label?.control || el;
    if (isText(aim) || aim.localName === "select") return;   // putting the cursor somewhere is part of typing, or choosing
    const label = nameOf(el);
    navDone();
    rage.push({ t, x: e.clientX, y: e.clientY });
    while (rage.length && (rage.length > 10 || t - rage[0].t > 1000)) rage.shift();
    const near = rage.filter((r) => Math.hypot(r.x - e.clientX, r.y - e.clientY) <= 30);
    const sends = el.matches("button,input") && !!el.form && el.type !== "button";
    const dead = el.matches("a[href],button,[role=button],[role=link],[role=tab],[role=menuitem],summary,input[type=submit],input[type=button]") &&
      !/^(mailto|tel|sms|blob|data):/i.test(el.getAttribute("href") || "") && !el.hasAttribute("download");
    tell("press", { t, target: label, role: roleOf(el), x: Math.round(e.clientX), y: Math.round(e.clientY), via: e.detail === 0 ? "keyboard" : e.pointerType || "mouse", sends }, FLEETING);
    if (near.length === 3) tell("rage", { t, target: label, times: 3 });
    begin(t, "press", label);
    const mine = act;
    // What opens in another tab, window or frame shows there, unless the page prevents it.
    if (el.localName === "a" && el.target && el.target !== "_self") setTimeout(() => { if (!e.defaultPrevented && act === mine) { windows += 1; affected(); } }, 0);
    if (dead) setTimeout(() => {
      if (act === mine && !mine.effect && !mine.last && document.visibilityState === "visible") tell("dead_end", { t, target: label });
    }, DEAD_AFTER);
  }, EVENTS);
  addEventListener("keydown", (e) => {
    if (!e.isTrusted) return;
    const el = e.composedPath()[0], writes = el instanceof Element && isText(el);
    if (/^(Tab|Escape|Arrow.*|Home|End|Page.*)$/.test(e.key) || (e.key === " " && !writes)) { navKeys += 1; navAt = at(e); }
    if (e.key !== "Enter") return;
    navDone();
    if (el instanceof Element && isText(el)) { fieldDone(); tell("enter", { t: at(e), field: nameOf(el), key: el.name || el.id || "" }, FLEETING); begin(at(e), "press", nameOf(el)); }
  }, EVENTS);
  addEventListener("change", (e) => {
    const el = e.composedPath()[0];
    if (!(el instanceof Element)) return;
    affected();
    if (isText(el)) { if (field === el || typing.has(el)) { field = el; fieldDone(); } return; }
    if (!el.matches("select,input[type=checkbox],input[type=radio],input[type=date],input[type=range]")) return;
    const option = el.localName === "select" ? squeeze([...el.selectedOptions].map((o) => o.label).join(", ")) : el.type === "radio" ? nameOf(el) : el.checked === false ? "off" : "on";
    const name = el.type === "radio" ? squeeze(el.closest("fieldset")?.querySelector("legend")?.textContent) || el.name : nameOf(el);
    tell("choose", { t: at(e), field: name, option: isSecret(el) ? "" : option, key: el.getAttribute("autocomplete") || el.name || "" }, FLEETING);
    if (el.localName === "select") begin(at(e), "press", name);
  }, EVENTS);
  // A form that the page keeps back shows an effect only if the page then does something of its own.
  addEventListener("submit", (e) => { mayLeave(e); fieldDone(); setTimeout(() => { if (!e.defaultPrevented) affected(); }, 0); }, EVENTS);
  let invalidAt = 0;
  addEventListener("invalid", (e) => {
    const el = e.composedPath()[0], t = at(e);
    affected();
    if (t - invalidAt < 100) return;     // the browser shows one bubble, at the first field that is wrong
    invalidAt = t;
    tell("error", { t, text: squeeze(el.validationMessage), field: nameOf(el), native: true, where: "validation" }, true);
  }, EVENTS);
  let scrolled = 0, scrollTimer = 0, lastY = 0;
  addEventListener("scroll", (e) => {
    scrolled += Math.abs(scrollY - lastY); lastY = scrollY;
    // What was brought into view to be pressed is told a moment later, and a field that was left goes
    // back to its first letter: neither is an effect of the press.
    if (e.target === document ? !act || act.x !== scrollX || act.y !== scrollY : !isText(e.target)) affected();
    scrollTimer ||= setTimeout(() => { scrollTimer = 0; if (scrolled >= 20) tell("scroll", { pixels: Math.round(scrolled) }); scrolled = 0; }, 200);
  }, EVENTS);

  // ---- what newly appears ------------------------------------------------------------------------
  const seen = new Set();
  const ERRORS = "[role=alert],[aria-live=assertive],[aria-invalid=true],[class*=error i]:not(body):not(html):not(form):not(main),[class*=invalid-feedback i]";
  const WHERE = "[role=alert],[role=alertdialog],[role=status],[role=log],[role=dialog],dialog,[aria-live=assertive],[aria-live=polite]";
  const toldErrors = new Set();
  const whereOf = (el) => { const w = el.closest?.(WHERE); return w ? w.getAttribute("role") || (w.localName === "dialog" ? "dialog" : w.getAttribute("aria-live")) : ""; };
  const described = (el) => (el.getAttribute("aria-describedby") || "").split(/\s+/).filter(Boolean)
    .map((id) => el.getRootNode().getElementById?.(id)).filter(Boolean);
  const errorIn = (el, t) => {
    if (!shown(el)) return;
    let text, name = "";
    if (el.getAttribute("aria-invalid") === "true") {
      // A description holds hints as well as what is wrong: what looks like an error speaks for itself.
      if (described(el).some((part) => part.matches(ERRORS))) return;
      name = nameOf(el);
      text = squeeze(byIds(el, "aria-errormessage")) || squeeze(byIds(el, "aria-describedby"));
    } else {
      text = squeeze(wordsOf(el));
      const own = el.id && el.getRootNode().querySelector?.(`[aria-describedby~="${CSS.escape(el.id)}"],[aria-errormessage~="${CSS.escape(el.id)}"]`);
      if (own) name = nameOf(own);
    }
    if (!text || text.length < 3 || toldErrors.has(text)) return;
    toldErrors.add(text);
    tell("error", { t, text, field: name, native: false, where: el.matches("[role=alert],[aria-live=assertive]") ? "alert" : name ? "field" : "class" }, true);
  };
  const linesOf = (el) => {
    const text = wordsOf(el);
    const lines = [];
    for (const raw of text.slice(0, 60000).split("\n")) {
      const line = raw.replace(/\s+/g, " ").trim().slice(0, 600);
      if (line.length > 1 && !seen.has(line)) { seen.add(line); lines.push(line); }
    }
    return lines;
  };
  const report = (root, t) => {
    if (!(root instanceof Element) || !shown(root) || root.matches("script,style,noscript,template,head,head *")) return;
    if (root.matches(ERRORS)) errorIn(root, t);
    for (const el of root.querySelectorAll(ERRORS)) errorIn(el, t);
    const lines = linesOf(root);
    if (lines.length) tell("text", { t, texts: lines.slice(0, 300), words: lines.join(" ").split(/\s+/).length, where: whereOf(root) });
  };
  const pending = new Map();      // element -> time of its first unreported change
  let reading = 0, stands = false;
  const readSoon = () => { reading ||= setTimeout(readNow, 30); };
  const readNow = () => {
    clearTimeout(reading); reading = 0;
    if (document.readyState === "loading") return;
    if (!stands && document.body) { stands = true; pending.clear(); report(document.body, now()); readShadows(); return; }
    const roots = [...pending].filter(([el]) => el.isConnected); pending.clear();
    for (const [el, t] of roots) if (!roots.some(([other]) => other !== el && other.contains(el))) report(el, t);
  };
  const observed = (mutations) => {
    const t = now();
    let visible = false;
    // While a document is still being built nothing asks for its layout: it is read whole once it stands.
    if (!stands) { changed(t); if (document.readyState !== "loading") readSoon(); return; }
    for (const m of mutations) {
      const el = m.target instanceof Element ? m.target : m.target.parentElement || m.target.host;
      if (!el || el.closest?.("head,script,style,noscript,template")) continue;
      if (m.type === "attributes" && m.attributeName === "value") continue;
      if (!visible && shown(el)) visible = true;
      if (el.isContentEditable) continue;   // typed, not told
      if (m.type === "childList") {
        if (!m.addedNodes.length) continue;
        for (const node of m.addedNodes) { const root = node instanceof Element ? node : el; if (!pending.has(root)) pending.set(root, t); }
      } else if (!pending.has(el)) pending.set(el, t);
    }
    if (visible) changed(t);
    if (pending.size) readSoon();
  };
  const WATCH = { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ["class", "style", "hidden", "open", "aria-expanded", "aria-hidden", "aria-invalid", "aria-selected", "aria-checked", "disabled", "src"] };
  const observer = new MutationObserver(observed);
  observer.observe(document, WATCH);
  const shadows = new Set();
  const look = (root) => { if (!shadows.has(root)) { shadows.add(root); observer.observe(root, WATCH); } };
  // Elements that no shadow root can be attached to, and pages are full of: to ask each of them takes longest.
  const HOSTLESS = "a,b,br,button,dd,dl,dt,em,fieldset,form,i,img,input,label,legend,li,link,meta,ol,option,path,picture,script,select,small,source,strong,style,svg,table,tbody,td,textarea,th,tr,ul,use";
  const readShadows = () => {
    for (const el of document.querySelectorAll(`:not(${HOSTLESS})`)) if (el.shadowRoot) look(el.shadowRoot);    // those that came with the page
    for (const root of shadows) if (root.isConnected) for (const el of root.children) report(el, now());
  };
  wrap(Element.prototype, "attachShadow", {
    apply(attach, self, args) {
      const root = Reflect.apply(attach, self, args);
      look(root);
      return root;
    },
  });

  // ---- documents ---------------------------------------------------------------------------------
  let toldArrival = false, firstPaint = 0;
  const arrived = (force) => {
    if (toldArrival || (!force && (document.readyState !== "complete" || (!firstPaint && document.visibilityState === "visible")))) return;
    toldArrival = true;
    if (force) readNow();
    const nav = performance.getEntriesByType("navigation")[0] || {};
    tell("arrived", {
      t0: ORIGIN, url: location.href, title: document.title, status: nav.responseStatus || 0, top: window === top, type: nav.type || "",
      ttfb: nav.responseStart ? nav.responseStart - (nav.requestStart || 0) : 0, paint: firstPaint, dcl: nav.domContentLoadedEventEnd ? ORIGIN + nav.domContentLoadedEventEnd : 0,
      load: nav.loadEventEnd ? ORIGIN + nav.loadEventEnd : 0,
    });
    failing(ORIGIN + (nav.responseStart || 0), location.href, nav.responseStatus, "document");
  };
  try {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (entry.name === "first-contentful-paint") { firstPaint = ORIGIN + entry.startTime; changed(firstPaint); arrived(false); }
    }).observe({ type: "paint", buffered: true });
  } catch { /* no paint timing here */ }
  if (window === top || location.href !== "about:blank") {
    tell("document", { url: location.href, top: window === top, t0: ORIGIN });
    begin(ORIGIN, "navigation", "");
  }
  // The first page of a new window takes over the window of the empty document before it, with its
  // listeners, and is not given this script again.
  const settled = () => setTimeout(() => { arrived(false); readNow(); }, 0);
  addEventListener("DOMContentLoaded", () => { readSoon(); }, EVENTS);
  addEventListener("load", () => { if (document !== here) watch(); else settled(); }, EVENTS);
  if (document.readyState === "complete") settled();
  const leave = () => {
    fieldDone(); readNow(); arrived(true);
    if (act && act.cause !== "navigation" && live.has(act)) tell("leave", { t0: act.t0, last: act.last, pending: open(act), label: act.label });
    for (const a of [...live]) close(a);
    deliver(); affected();
  };
  // What is told while the next page is on its way still arrives; at pagehide it is too late for that.
  addEventListener("beforeunload", () => { leavingAt = now(); leavingFor = LEAVING; leave(); }, EVENTS);
  addEventListener("pagehide", leave, EVENTS);
  for (const name of ["pushState", "replaceState"]) wrap(History.prototype, name, {
    apply(f, self, args) {
      const before = location.pathname + location.hash;
      const result = Reflect.apply(f, self, args);
      affected();
      if (location.pathname + location.hash !== before) tell("route", { url: location.href, title: document.title, top: window === top });
      return result;
    },
  });
  addEventListener("popstate", () => { affected(); tell("route", { url: location.href, title: document.title, top: window === top }); }, EVENTS);

  for (const name of ["alert", "confirm", "prompt"]) if (globalThis[name]) wrap(globalThis, name, {
    apply(f, self, args) { affected(); tell("dialog", { type: name, text: squeeze(String(args[0] ?? "")) }, true); return Reflect.apply(f, self, args); },
  });

  for (const name of ["open", "print"]) if (globalThis[name]) wrap(globalThis, name, {
    apply(f, self, args) { windows += name === "open"; affected(); return Reflect.apply(f, self, args); },
  });

  // ---- asked from outside ------------------------------------------------------------------------
  Object.defineProperty(globalThis, "__cxprobe_ask__", {
    configurable: true, value: {
      flush(final) {
        fieldDone(); navDone(); readNow();
        if (final) { arrived(true); for (const a of [...live]) close(a); }
        clearTimeout(timer); timer = 0;
        return queue.length ? plainly(() => stringify(queue.splice(0))) : null;
      },
      busy() { return document.readyState !== "complete" || (leavingAt && now() - leavingAt < leavingFor) || [...live].some(open); },
      stay() { leavingAt = 0; return true; },     // what seemed to lead elsewhere was a file to keep
      acts() { return [ORIGIN, acts, windows, ticks]; },
      effect(limit, [origin, since, before]) {    // whether an act newer than `since` has shown an effect within `limit` ms
        if (origin !== ORIGIN) return true;
        const shown = () => acts > since && !!act && (act.effect || !!act.last);
        const what = () => windows > before ? "window" : true;
        if (shown()) return what();
        return new Promise((resolve) => {
          onEffect.push(() => shown() && (resolve(what()), true));
          setTimeout(() => resolve(shown() && what()), limit);
        });
      },
    },
  });
})();
