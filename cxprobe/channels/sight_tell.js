  // ---- the row of one control, and of the document --------------------------------------------------
  const rowOf = (token, indices, forms) => {
    const el = token.el, tag = el.localName, role = roleOf(el, token.role), type = typeOf(el);
    const index = indices.has(el) ? indices.get(el) : -1;
    const { r, drawn } = token.info ? shownBy(el, token.hidden) : { r: { left: 0, top: 0, width: 0, height: 0, right: 0, bottom: 0 }, drawn: false };
    const box = isBox(el), isField = token.kind === "field";
    const mayHide = box || tag === "input" && el.type === "file";
    const labelled = !drawn && mayHide ? labelThatShows(el) : null;
    const visible = el.type === "hidden" && tag === "input" ? false : drawn || !!labelled;
    if (!visible && index < 0) return null;
    const row = { id: handleOf(el), index, tag, type, role, visible, drawn, selector: selectorOf(el) };
    const place = S.places.get(el);
    token.row = row; token.control = row;
    row.name = nameOf(el, type, isField);
    const ask = tag === "input" && el.type === "hidden";
    if (isField && !ask) {
      const own = labelsOf(el) || byIds(el, "aria-labelledby", LONG) || squeeze(attr(el, "aria-label"), LONG);
      row.label = own || (place !== undefined && (visible || !token.info.none) ? inferred(el, place) : visible ? "" : unseenLabel(el));
    } else row.label = row.name;
    row.placeholder = squeeze(attr(el, "placeholder") || attr(el, "aria-placeholder"));
    row.title = squeeze(attr(el, "title"));
    row.field = attr(el, "name"); row.element = attr(el, "id"); row.classes = squeeze(attr(el, "class"), 300);
    row.autocomplete = squeeze(attr(el, "autocomplete").toLowerCase(), 100);
    row.heading = token.heading; row.landmark = token.landmark;
    const owner = formOf(el);
    if (owner) { row.form = forms.indexOf(owner); row.form_hint = hintWords(owner).replace(/\s+/g, " ").trim().slice(0, 300); }
    row.disabled = isDisabled(el);
    row.group = groupOf(el);
    if (place !== undefined && (visible || !token.info.none)) { row.before = near(place, -1); row.after = near(token.kind === "press" && token.info.end > place ? token.info.end - 1 : place, 1); }
    if (tag === "a") row.href = typeof el.href === "string" ? el.href.slice(0, 2000) : "";
    if (isField || box) aboutField(row, el, tag, type, role, place, box);
    const says = attr(el, "aria-expanded");
    if (says === "true" || says === "false") row.expanded = says === "true"; else if (tag === "summary") row.expanded = !!up(el) && !!up(el).open;
    row.opens = squeeze(attr(el, "aria-haspopup"), 20).replace(/^false$/, "").replace(/^true$/, "menu");
    row.sends = !!owner && (tag === "button" && el.type === "submit" || tag === "input" && /^(submit|image)$/.test(el.type));
    const seen = drawn ? r : labelled || r;
    row.box = [Math.round(seen.left + scrollX), Math.round(seen.top + scrollY), Math.round(seen.width), Math.round(seen.height)];
    const x = seen.left + seen.width / 2, y = seen.top + seen.height / 2;
    row.in_view = visible && x >= 0 && y >= 0 && x < innerWidth && y < innerHeight;
    if (row.in_view) row.covered = isUnder(el, seen, el.getRootNode());
    if (visible) { const cs = token.info.cs; if (cs) row.size = Math.round(parseFloat(cs.fontSize) * 10) / 10; }
    return row;
  };
  // One odd element must not hide the others.
  const toldOf = (token, indices, forms) => {
    try { return rowOf(token, indices, forms); } catch {
      const el = token.el;
      return indices.has(el) ? { id: handleOf(el), index: indices.get(el), tag: el.localName, type: typeOf(el), selector: selectorOf(el) } : null;
    }
  };
  const formOf = (el) => { const form = el.form; return form && form.localName === "form" ? form : el.form === undefined ? el.closest("form") : null; };
  const isDisabled = (el) => { try { return el.matches(":disabled") || attr(el, "aria-disabled") === "true"; } catch { return false; } };
  const number = (el, name) => { const n = parseInt(attr(el, name), 10); return n >= 0 ? n : -1; };
  const aboutField = (row, el, tag, type, role, place, box) => {
    row.required = !!el.required || attr(el, "aria-required") === "true";
    row.read_only = !!el.readOnly && !box || attr(el, "aria-readonly") === "true";
    row.filled = type === "hidden" ? false : isFilled(el, role);
    if (box) { row.checked = row.filled; if (tag === "input") row.values = [squeeze(attr(el, "value"), 120)]; if (!row.group) row.group = groupOfTiles(el, up(el)); }
    if (tag === "select") {
      row.options = []; row.values = [];
      for (let i = 0; i < el.options.length && i < MOST.options; i++) { row.options[i] = squeeze(el.options[i].label || el.options[i].text, 120); row.values[i] = squeeze(el.options[i].value, 120); }
    } else if (el.list && el.list.options) {
      row.options = [];
      for (let i = 0; i < el.list.options.length && i < 60; i++) row.options[i] = squeeze(el.list.options[i].value || el.list.options[i].text, 120);
    }
    row.max_length = number(el, "maxlength"); row.min_length = number(el, "minlength");
    row.pattern = attr(el, "pattern").slice(0, 300); row.input_mode = squeeze(attr(el, "inputmode").toLowerCase(), 20);
    row.minimum = squeeze(attr(el, "min"), 40); row.maximum = squeeze(attr(el, "max"), 40);
    let bad = attr(el, "aria-invalid");
    bad = bad !== "" && bad !== "false";
    if (!bad) try { bad = el.matches(":user-invalid"); } catch { bad = false; }
    row.invalid = bad;
    if (row.visible) { row.error = errorOf(el, place, bad); row.hint = hintOf(el, place, row.label); if (row.hint && (row.hint === row.error || row.hint === row.group)) row.hint = ""; }
  };
  const handleOf = (el) => {
    const W = S.W;
    let id = W.seen.get(el);
    if (id === undefined) { id = W.next; W.next += 1; W.seen.set(el, id); W.kept.set(id, new WeakRef(el)); }
    return id;
  };
  const productsOf = () => {
    const out = [], all = document.querySelectorAll('script[type="application/ld+json"]');
    const take = (thing, depth) => {
      if (!thing || typeof thing !== "object" || depth > 4 || out.length > 30) return;
      if (Array.isArray(thing)) { for (let i = 0; i < thing.length && i < 200; i++) take(thing[i], depth + 1); return; }
      const type = thing["@type"];
      const types = Array.isArray(type) ? type.join(" ") : "" + type;
      if (/(^|\s|\/)(Product|ProductGroup|IndividualProduct|ProductModel)($|\s)/.test(types)) { out[out.length] = thing; return; }
      if (thing["@graph"]) take(thing["@graph"], depth + 1);
      if (thing.mainEntity) take(thing.mainEntity, depth + 1);
      if (thing.itemListElement) take(thing.itemListElement, depth + 1);
      if (thing.item) take(thing.item, depth + 1);
    };
    for (let i = 0; i < all.length && i < 30; i++) {
      const text = all[i].textContent;
      if (text.length < 200000) try { take(JSON.parse(text), 0); } catch { /* not JSON */ }
    }
    return out;
  };
  const documentOf = () => {
    const lines = [];
    for (let i = 0; i < S.lines.length; i++) {
      const line = S.lines[i] && S.lines[i].replace(/[^\S\t]+/g, " ").replace(/ ?\t+ ?/g, "\t").trim();
      if (line) lines[lines.length] = line;
    }
    let text = "";
    for (let i = 0; i < lines.length && text.length < MOST.text; i++) text += (i ? "\n" : "") + lines[i];
    const headings = [], dialogs = [];
    for (let i = 0; i < S.headings.length && i < 500; i++) { const h = S.headings[i]; headings[i] = { text: h[0], level: h[1], top: Math.round(h[2].getBoundingClientRect().top + scrollY) }; }
    for (let i = 0; i < S.dialogs.length && i < 20; i++) {
      const el = S.dialogs[i], r = el.getBoundingClientRect();
      const first = el.querySelector("h1,h2,h3,[role=heading]");
      if (r.width > 1 && r.height > 1 || el.localName === "dialog") dialogs[dialogs.length] = byIds(el, "aria-labelledby", 120) || squeeze(attr(el, "aria-label"), 120) || (first && plain(first, 120)) || plain(el, 120) || "dialog";
    }
    return {
      url: location.href, title: squeeze(document.title, 300), language: squeeze(document.documentElement ? attr(document.documentElement, "lang") : "", 20), text, headings, messages: S.messages, dialogs,
      products: productsOf(), busy: S.busy, width: innerWidth, height: innerHeight, length: document.documentElement ? document.documentElement.scrollHeight : 0, scrolled: Math.round(scrollY),
    };
  };
  // ---- told as one string: no page's toJSON has a say in it -------------------------------------------
  const told = (value, deep) => {
    const depth = deep || 0;
    if (depth > 20) return "null";
    if (typeof value === "string") return JSON.stringify(value);
    if (typeof value === "number") return value === value && Math.abs(value) < 1e15 ? "" + value : "0";
    if (value === true || value === false || value === null) return "" + value;
    if (value === undefined || typeof value === "function") return "null";
    let out = "";
    if (Array.isArray(value)) { for (let i = 0; i < value.length; i++) out += (i ? "," : "") + told(value[i], depth + 1); return "[" + out + "]"; }
    for (const key in value) {
      if (!Object.prototype.hasOwnProperty.call(value, key)) continue;
      const v = value[key];
      if (v === "" || v === undefined || (v === false && key !== "expanded")) continue;
      out += (out ? "," : "") + JSON.stringify(key) + ":" + told(v, depth + 1);
    }
    return "{" + out + "}";
  };
  // ---- a look ------------------------------------------------------------------------------------------
  const framesOf = () => {
    const out = [];
    for (let i = 0; i < S.frames.length && i < 200; i++) {
      const el = S.frames[i], r = el.getBoundingClientRect();
      let at = -1;
      for (let k = 0; k < window.length && k < 200; k++) if (window[k] === el.contentWindow) { at = k; break; }
      if (at >= 0) out[out.length] = { at, shown: el.clientWidth > 1 && el.clientHeight > 1 && shownNow(el), left: Math.round(r.left + el.clientLeft), top: Math.round(r.top + el.clientTop), width: Math.round(r.width), height: Math.round(r.height) };
    }
    return out;
  };
  const placeInParent = () => {
    if (window.parent === window) return -1;
    for (let k = 0; k < window.parent.length && k < 200; k++) if (window.parent[k] === window) return k;
    return -1;
  };
  const describedHints = () => {
    const all = document.querySelectorAll("[aria-describedby]");
    for (let i = 0; i < all.length && i < 500; i++) {
      const ids = attr(all[i], "aria-describedby").split(/\s+/);
      for (let k = 0; k < ids.length; k++) { const other = ids[k] && document.getElementById(ids[k]); if (other) { S.hints.add(other); } }
    }
  };
  const look = (W) => {
    S = fresh(W);
    if (W.kept.size > 20000) for (const [id, ref] of W.kept) if (!ref.deref()) W.kept.delete(id);
    describedHints();
    gatherLabels(document);
    libraryUntil = performance.now() + 60;
    const start = { none: false, hidden: false, clear: false, written: document.designMode === "on", label: null, press: null, heading: false, landmark: "", pointer: false, sr: false, shut: false, list: false, inside: false };
    if (document.body) visit(document.body, start, 0);
    const indices = new Map(), forms = [];
    let count = 0;
    const listed = (root) => {
      const all = root.querySelectorAll(FIELDS);
      for (let i = 0; i < all.length; i++) { indices.set(all[i], count); count += 1; }
      const own = root.querySelectorAll("form");
      for (let i = 0; i < own.length; i++) forms[forms.length] = own[i];
    };
    listed(document);
    for (let i = 0; i < S.roots.length; i++) listed(S.roots[i]);
    for (const el of indices.keys()) if (!S.places.has(el)) S.found[S.found.length] = { el, info: null, role: squeeze(attr(el, "role")).split(" ")[0], kind: el.localName === "button" || /^(submit|image|button|reset|hidden)$/.test(el.type) ? "press" : "field", hidden: true, heading: "", landmark: "" };
    const rows = [];
    for (let i = 0; i < S.found.length && rows.length < MOST.controls; i++) { const row = toldOf(S.found[i], indices, forms); if (row) rows[rows.length] = row; }
    for (let i = 0; i < S.roots.length; i++) W.watch(S.roots[i]);
    W.hosts = S.hosts;
    const doc = documentOf();
    const out = told({ document: doc, frames: framesOf(), place: placeInParent() });
    let list = "";
    for (let i = 0; i < rows.length; i++) list += (i ? "," : "") + told(rows[i]);
    S = null;
    return '{"standing":' + JSON.stringify(standing(W)) + ',"frame":' + out + ',"controls":[' + list + "]}";
  };
  const reach = (W, id) => {
    const ref = W.kept.get(id), el = ref && ref.deref();
    if (!el || !el.isConnected) return "";
    const root = el.getRootNode(), others = root.querySelectorAll("[" + MARK + '="' + id + '"]');
    for (let i = 0; i < others.length; i++) if (others[i] !== el) others[i].removeAttribute(MARK);
    if (el.getAttribute(MARK) !== "" + id) el.setAttribute(MARK, "" + id);
    return "" + id;
  };
  // What is asked from outside: to look (if anything has changed since), or to mark an element.
  const act = (what, id, known) => {
    const W = watching();
    if (what === "reach") return known.split("|")[0] === W.born ? reach(W, id) : "";
    return known && standing(W) === known ? "" : look(W);
  };
  watching().act = act;
