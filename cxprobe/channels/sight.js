  // ---- one walk through everything that can be perceived -------------------------------------------
  // S holds what this look knows: info by element, the stream of words and controls in reading order.
  const MOST = { controls: 3000, text: 200000, elements: 60000, options: 300, depth: 700 };
  const ROLES = /^(button|link|tab|menuitem|menuitemcheckbox|menuitemradio|option|checkbox|radio|switch|combobox|listbox|textbox|searchbox|spinbutton|slider|treeitem)$/;
  const ROLES_OF_FIELDS = /^(textbox|searchbox|combobox|spinbutton|listbox)$/;
  const LANDMARKS = { header: "header", nav: "nav", main: "main", aside: "aside", footer: "footer", search: "search", dialog: "dialog" };
  const LANDMARK_ROLES = { banner: "header", navigation: "nav", main: "main", complementary: "aside", contentinfo: "footer", search: "search", dialog: "dialog", alertdialog: "dialog" };
  const NOT_TEXT = /^(script|style|noscript|template|textarea|option|datalist|head|svg|canvas|audio|video|object|iframe)$/;
  const INLINE = /^(inline|contents|ruby|table-cell)/;
  const fresh = (W) => ({
    W, infos: new Map(), stream: [], counts: [0], lines: [], line: 0, run: 0, places: new Map(), found: [], heading: "", headings: [],
    hints: new Set(), labels: new Map(), selectors: new Map(), steps: new Map(), elements: 0, chars: 0, frames: [], busy: false, messages: [], dialogs: [], hosts: [], forms: [], roots: [],
  });
  let S = null;
  const put = (token) => {
    S.stream[S.stream.length] = token;
    S.counts[S.stream.length] = S.counts[S.stream.length - 1] + (token.field ? 1 : 0);
  };
  // Cells of a table share a line of the text, and are runs of words of their own.
  const breakRun = () => { S.run += 1; };
  const breakLine = () => { S.run += 1; if (S.lines[S.line]) S.line += 1; };
  const kindOf = (el, role, cs, ctx) => {
    const tag = el.localName;
    if (tag === "input") return el.type === "hidden" || /^(submit|image|button|reset)$/.test(el.type) ? "press" : "field";
    if (tag === "select" || tag === "textarea") return "field";
    if (tag === "button" || tag === "summary" || (tag === "a" && (el.hasAttribute("href") || role))) return "press";
    if (ROLES_OF_FIELDS.test(role) && role !== "listbox") return el.querySelector("input,textarea,select") ? "" : "field";
    if (role && ROLES.test(role)) return "press";
    if (isWritten(el) && !ctx.written) return "field";
    if (cs && cs.cursor === "pointer" && !ctx.pointer && !ctx.press && !ctx.label && /^(div|span|li|td|p|img|i|a|h[1-6]|article|section|figure)$/.test(tag)) return "maybe";
    return "";
  };
  const textNode = (node, ctx) => {
    const data = node.data;
    if (!data || ctx.hidden) return;
    if (!/\S/.test(data)) { if (S.lines[S.line]) S.lines[S.line] += " "; const t = S.stream[S.stream.length - 1]; if (t && t.text && t.line === S.run) t.raw += " "; return; }
    if (S.chars > MOST.text) return;
    const raw = data.length > 20000 ? data.slice(0, 20000) : data;
    if (!ctx.written && !ctx.sr) { S.lines[S.line] = (S.lines[S.line] || "") + raw; S.chars += raw.length; }
    if (ctx.written) return;
    const text = squeeze(raw, 300);
    if (text) put({ text, raw, node, at: up(node) || node.parentNode.host, line: S.run, label: ctx.label, press: ctx.press, para: raw.length > 280, heading: ctx.heading, sr: ctx.sr, inside: ctx.inside });
  };
  const children = (el, ctx, depth) => {
    const root = el.shadowRoot;
    if (root) { S.roots[S.roots.length] = root; gatherLabels(root); for (let c = root.firstChild; c; c = c.nextSibling) visit(c, ctx, depth + 1); return; }
    if (el.localName === "slot") {
      const given = el.assignedNodes();
      if (given.length) { for (let i = 0; i < given.length; i++) visit(given[i], ctx, depth + 1); return; }
    }
    for (let c = el.firstChild; c; c = c.nextSibling) visit(c, ctx, depth + 1);
  };
  // One odd element must not hide the rest.
  const visit = (node, ctx, depth) => { try { enter(node, ctx, depth); } catch { /* passed over */ } };
  const enter = (node, ctx, depth) => {
    if (node.nodeType === 3) { textNode(node, ctx); return; }
    if (node.nodeType !== 1) return;
    const el = node, tag = el.localName;
    if (tag === "br") { if (!ctx.none) { S.line += 1; S.run += 1; } return; }
    if (NOT_TEXT.test(tag) && tag !== "textarea" && tag !== "iframe" && tag !== "svg") return;
    S.elements += 1;
    if (S.elements > MOST.elements || depth > MOST.depth) return;
    if (tag === "iframe" || tag === "frame") { S.frames[S.frames.length] = el; return; }
    const role = tag === "svg" ? "" : (el.getAttribute("role") || "").toLowerCase().split(/\s+/)[0];
    let none = ctx.none, cs = null;
    if (!none) { cs = getComputedStyle(el); none = cs.display === "none" || (tag !== "summary" && ctx.shut); }
    const info = { el, start: S.stream.length, end: undefined, none, cs };
    S.infos.set(el, info);
    if (tag.indexOf("-") > 0 && !el.shadowRoot && S.hosts.length < 300) S.hosts[S.hosts.length] = el;
    const hidden = none || cs.visibility !== "visible" || ctx.clear || cs.opacity === "0";
    if (tag === "svg") { info.end = info.start; return; }
    const kind = kindOf(el, role, none ? null : cs, ctx);
    const inner = {
      none, hidden, clear: ctx.clear || (!none && cs.opacity === "0"), written: ctx.written || isWritten(el), label: ctx.label, press: ctx.press, heading: ctx.heading,
      landmark: ctx.landmark, pointer: !none && cs.cursor === "pointer", sr: ctx.sr || (!none && cs.position === "absolute" && (cs.clip !== "auto" || /inset\((50|100)%/.test(cs.clipPath) || (cs.width === "1px" && cs.height === "1px"))),
      shut: tag === "details" && !el.open, list: ctx.list, inside: ctx.inside,
    };
    const headed = S.heading, foundBefore = S.found.length;
    const mark = LANDMARK_ROLES[role] || (!role && LANDMARKS[tag]) || "";
    if (mark) inner.landmark = mark;
    if (tag === "label") inner.label = el;
    if (role === "listbox" || role === "menu") inner.list = true;
    const block = !none && !INLINE.test(cs.display);
    if (block) breakLine();
    const cell = !none && cs.display === "table-cell";
    if (cell) { breakRun(); if (S.lines[S.line]) S.lines[S.line] += "\t"; }
    let token = null;
    if (kind === "field" || kind === "press") {
      token = { el, info, role, line: S.run, text: "", kind, field: kind === "field" && !none && drawnSomehow(el, hidden), button: kind === "press", heading: S.heading, landmark: inner.landmark, hidden, at: el };
      S.places.set(el, S.stream.length);
      put(token);
      S.found[S.found.length] = token;
      if (kind === "press") inner.press = el; else inner.inside = true;
    }
    const level = /^h[1-6]$/.test(tag) ? +tag[1] : role === "heading" ? +attr(el, "aria-level") || 2 : 0;
    if (level) inner.heading = true;
    const startHeading = S.stream.length;
    if (tag !== "select" && tag !== "input" && tag !== "textarea") children(el, inner, depth);
    if (tag === "input" || tag === "select") { if (S.lines[S.line]) S.lines[S.line] += " "; }
    info.end = S.stream.length;
    if (level && !hidden) {
      const words = plain(el, 200);
      if (words) { S.heading = words; S.headings[S.headings.length] = [words, level, el]; }
    } else if ((mark || tag === "article" || tag === "li") && S.found.length > foundBefore) S.heading = headed;
    if (kind === "maybe" && !hidden) maybeButton(el, info, role, startHeading, inner, ctx);
    if (!hidden) noteworthy(el, role, cs, tag);
    if (block) breakLine(); else if (cell) breakRun();
  };
  const drawnSomehow = (el, hidden) => {
    if (!hidden) return true;
    return isBox(el) && (labelsFor(el).length > 0 || isClear(el));
  };
  // A box that is there to be pressed and is painted by something under it.
  const isClear = (el) => {
    const r = el.getBoundingClientRect();
    return r.width >= 8 && r.height >= 8 && el.checkVisibility({ visibilityProperty: true });
  };
  // Something that is only pressed by a click handler: short, with a hand for a pointer, nothing to press inside it.
  const maybeButton = (el, info, role, start, inner, ctx) => {
    let words = 0;
    for (let i = info.start; i < info.end; i++) {
      const t = S.stream[i];
      if (!t.text) return;
      words += t.text.length;
    }
    if (words > 80 || el.closest("label,[contenteditable]")) return;
    if (!words && !(el.localName === "img" && attr(el, "alt")) && !attr(el, "aria-label") && !attr(el, "title")) return;
    const r = el.getBoundingClientRect();
    if (r.width < 4 || r.height < 4 || r.width * r.height > 400000) return;
    const token = { el, info, role: "button", line: S.run, text: "", kind: "press", field: false, button: true, heading: S.heading, landmark: inner.landmark, hidden: false, at: el };
    S.found[S.found.length] = token;
    S.places.set(el, info.start);
    for (let i = info.start; i < info.end; i++) S.stream[i].press = el;
  };
  const MESSAGE_CLASS = /(^|[\s_-])(error-?summary|errors?-?(list|messages?|box)|flash|notice|toast|snackbar|alert|messages?|notification|form-?errors?)($|[\s_-])/i;
  const BUSY_CLASS = /(^|[\s_-])(skeleton|spinner|loading|loader|shimmer|placeholder-glow|preloader|is-loading)($|[\s_-])/i;
  const noteworthy = (el, role, cs, tag) => {
    const live = el.getAttribute("aria-live"), cls = attr(el, "class");
    const message = role === "alert" || role === "status" || (live && live !== "off") || (cls && MESSAGE_CLASS.test(cls) && !/^(body|html|main|ul|nav|button|a|input)$/.test(tag));
    if (message && S.messages.length < 40) {
      const info = S.infos.get(el);
      if (fieldsIn(info) === 0) { const words = plain(el, 400); if (words && words.length > 1 && S.messages.indexOf(words) < 0) S.messages[S.messages.length] = words; }
    }
    if (role === "dialog" || role === "alertdialog" || (tag === "dialog" && el.open)) S.dialogs[S.dialogs.length] = el;
    if (!S.busy && (el.getAttribute("aria-busy") === "true" || role === "progressbar" || (cls && BUSY_CLASS.test(cls)) || (tag === "progress" && !el.hasAttribute("value")))) {
      const r = el.getBoundingClientRect();
      const big = r.width >= 12 && r.height >= 12 || role === "progressbar" && r.width > 12 && r.height > 1;
      const done = role === "progressbar" && attr(el, "aria-valuenow") !== "" || /^(body|html)$/.test(tag) && !el.getAttribute("aria-busy");
      if (big && !done && r.bottom > 0 && r.top < innerHeight * 1.5) S.busy = true;
    }
  };
