  // ---- what a person reads as a field's label ----------------------------------------------------
  // S.stream holds words and controls in reading order; S.counts[i] says how many shown fields stand
  // before place i. An element's info says which stretch of the stream lies inside it.
  const LONG = 120;
  const fieldsIn = (info) => S.counts[info.end] - S.counts[info.start];
  const isBox = (el) => /^(checkbox|radio)$/.test(el.type || "") || /^(checkbox|radio|switch)$/.test(attr(el, "role"));
  const labelsOf = (el) => {
    let out = "";
    const labels = labelsFor(el);
    if (!labels.length) { const near = el.closest("label"); return near ? labelWords(near, el) : ""; }
    for (let i = 0; i < labels.length && i < 4; i++) {
      if (isErrorLabel(labels[i], el, labels.length)) continue;
      if (out && el.compareDocumentPosition(labels[i]) & 4) continue;   // small print under the field
      const words = labelWords(labels[i], el) || plain(labels[i], LONG, true);
      if (words && out.indexOf(words) < 0) out += " " + words;
    }
    return squeeze(out, LONG);
  };
  // Some validators write what is wrong into a second label, after the field.
  const isErrorLabel = (label, el, among) => ERROR_CLASS.test(attr(label, "class")) &&
    (among > 1 || label.hasAttribute("generated") || (!label.contains(el) && !!(el.compareDocumentPosition(label) & 4) && !LABEL_CLASS.test(attr(label, "class"))));
  // A label's words without the errors and small print that some pages put inside it.
  const labelWords = (label, el) => {
    const info = S.infos.get(label);
    if (!info || info.none || info.end === undefined) return plain(label, LONG);
    let out = "", line = -1;
    for (let i = info.start; i < info.end; i++) {
      const t = S.stream[i];
      if (!t.text || (t.press && (!isBox(el) || t.press.localName === "button")) || inIcon(t.at) || LIGATURE.test(t.text)) continue;
      if (inError(t.at, label) || (out && inClass(t.at, label, HINT_CLASS))) continue;
      out = joined(out, t, line); line = t.line;
    }
    const words = squeeze(out, LONG);
    return words && !SWITCH.test(words) ? words : plain(label, LONG).replace(SWITCH, "");
  };
  // Letters that a font draws as a picture: "visibility_off".
  const LIGATURE = /^[a-z]+(_[a-z]+)+$/;
  // Words put together as they are read: what begins anew in an element of its own stands apart.
  const joined = (out, t, line) => out + (t.line !== line || (/[\p{L}\p{N}]$/u.test(out) && /^[\p{Lu}(]/u.test(t.raw)) ? " " : "") + t.raw;
  const usable = (t, el, stop) => t.text && !t.para && !t.inside && isWords(t.text) && !LIGATURE.test(t.text) && !(t.press && !isBox(el)) &&
    !(t.label && t.label.control && t.label.control !== el) && !inError(t.at, stop) && !S.hints.has(t.at) && !inIcon(t.at) &&
    !inClass(t.at, stop, SMALL_PRINT);
  const inIcon = (el) => /(^|[\s_-])icons?($|[\s_-])|material-symbols/i.test(attr(el, "class"));
  // Words in one direction from a place, a line's worth: nearest run first.
  const runBefore = (el, from, to, stop) => {
    let out = "", line = -1, named = "";
    for (let i = to - 1; i >= from; i--) {
      const t = S.stream[i];
      if (!t.text) { if (out) break; if (t.field) break; continue; }
      if (!usable(t, el, stop)) continue;
      if (t.heading && !out && attr(el, "placeholder") && !isSaid(t.text, attr(el, "placeholder"))) break;
      if (line >= 0 && t.line !== line) {
        // Another line above: taken instead where its class calls it the label and the nearer one is small print.
        if (!named && inClass(t.at, stop, LABEL_CLASS) && !S.stream[i].heading) named = t.text;
        break;
      }
      out = t.raw + out; line = t.line;
    }
    const words = squeeze(named && out.length > 40 ? named : out, LONG + 1);
    return isLabelLike(words, el) ? words : "";
  };
  const runAfter = (el, from, to, stop) => {
    let out = "", line = -1;
    for (let i = from; i < to; i++) {
      const t = S.stream[i];
      if (!t.text) { if (t.field || (t.button && !(isBox(el) && t.el.localName === "a"))) break; continue; }
      if (!usable(t, el, stop)) continue;
      if (line >= 0 && t.line !== line) break;
      if (!isBox(el) && attr(el, "placeholder") && !inClass(t.at, stop, LABEL_CLASS) && !isSaid(t.text, attr(el, "placeholder"))) break;
      out = out ? joined(out, t, line) : t.raw; line = t.line;
    }
    const words = squeeze(out, LONG + 1);
    return isBox(el) ? squeeze(words, LONG) : isLabelLike(words, el) ? words : "";
  };
  const SWITCH = /^(show|hide|reveal|anzeigen|verbergen|einblenden|afficher|masquer|mostrar|ocultar|mostra|nascondi|tonen|verbergen|pokaż|ukryj|optional|required|\(?i\)?|\?)$/i;
  const isSaid = (a, b) => a.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "") === b.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
  // A label is short and no sentence of a text; and a list that is dressed up shows what is chosen beside it.
  const isLabelLike = (words, el) => {
    if (isBox(el)) return true;
    if (SWITCH.test(words)) return false;
    if (!/\p{L}/u.test(words) || words.length > 90 || (words.length > 30 && /[.!]$/.test(words))) return false;
    if (el.localName === "select") for (let i = 0; i < el.options.length && i < 60; i++) if (squeeze(el.options[i].text) === words) return false;
    return true;
  };
  const cellWords = (cell, el) => {
    const info = S.infos.get(cell);
    if (!info || info.end === undefined || fieldsIn(info) > 0) return "";
    let out = "";
    for (let i = info.start; i < info.end; i++) if (usable(S.stream[i], el, cell)) out += " " + S.stream[i].text;
    return squeeze(out, LONG);
  };
  const fromTable = (el, place) => {
    const cell = el.closest("td,th");
    if (!cell || isBox(el)) return "";
    const info = S.infos.get(cell);
    if (!info || info.end === undefined) return "";
    const own = runBefore(el, info.start, place, cell);
    if (own) return own;
    if (S.counts[place] > S.counts[info.start]) return "";
    for (let left = cell.previousElementSibling; left; left = left.previousElementSibling) {
      const words = cellWords(left, el);
      if (words) return words;
      const there = S.infos.get(left);
      if (there && there.end !== undefined && fieldsIn(there)) break;
    }
    const table = cell.closest("table"), row = up(cell);
    const above = table && row ? table.rows[row.rowIndex - 1] : null, head = table && table.rows[0];
    // A row of words right above names the fields of this one; the table's first row does otherwise.
    const rows = row && head && head !== row ? (isWordRow(above, head) ? [above, head] : [head, above]) : [];
    for (const each of rows) {
      const column = each.cells.length === row.cells.length && each.cells[cell.cellIndex];
      const words = column ? cellWords(column, el) : "";
      if (words && (each === head || words.length < 60)) return words;
    }
    return "";
  };
  const isWordRow = (row, head) => {
    const info = S.infos.get(row);
    return row !== head && !!info && info.end !== undefined && !fieldsIn(info) && !(head.querySelector("th") && !row.querySelector("th"));
  };
  const boxOf = (t) => {
    if (!t.rect) { const range = document.createRange(); range.selectNode(t.node); t.rect = range.getBoundingClientRect(); }
    return t.rect;
  };
  // Whether a field between those words and this one is already called so.
  const isGiven = (words, from, place) => {
    for (let i = Math.max(0, from - 8); i < place; i++) { const row = S.stream[i].control; if (row && row.label && row.label.indexOf(words) >= 0) return true; }
    return false;
  };
  // Words that stand left of it in its row, or right above it, whatever the document's order.
  const fromPlace = (el, place) => {
    const box = el.getBoundingClientRect();
    if (box.width < 2 || box.height < 2) return "";
    let best = "", least = 1e9;
    for (let i = Math.max(0, place - 60); i < S.stream.length && i < place + 20; i++) {
      const t = S.stream[i];
      if (!t.text || t.heading || t.text.length > 80 || !usable(t, el, null)) continue;
      const r = boxOf(t);
      if (!r.width) continue;
      let far = 1e9;
      const level = Math.min(r.bottom, box.bottom) - Math.max(r.top, box.top);
      if (level > 0.5 * Math.min(r.height, box.height) && r.right <= box.left + 4) far = box.left - r.right;
      else if (r.bottom <= box.top + 6 && box.top - r.bottom < 30 && r.left < box.right && r.right > box.left && Math.abs(r.left - box.left) < 40) far = (box.top - r.bottom) * 2;
      if (far < least && far < 160 && isLabelLike(t.text, el) && !isGiven(t.text, i, place)) { least = far; best = t.text; }
    }
    return squeeze(best, LONG);
  };
  const inferred = (el, place) => {
    const box = isBox(el);
    const table = fromTable(el, place);
    if (table) return table;
    let container = up(el) || el.getRootNode().host, last = null;
    const most = !box && attr(el, "placeholder").trim() ? 4 : 7;
    for (let n = 0; container && n < most; n++) {
      const info = S.infos.get(container);
      if (!info || info.end === undefined || /^(body|html|form|main)$/.test(container.localName) && fieldsIn(info) > 1) break;
      if (fieldsIn(info) > 1) { last = container; break; }
      const first = box ? runAfter(el, place + 1, info.end, container) : runBefore(el, info.start, place, container);
      if (first) return first;
      const second = box ? runBefore(el, info.start, place, container) : runAfter(el, place + 1, info.end, container);
      if (second && second.length <= 60 && (box || !container.matches("td,th"))) return second;
      container = up(container) || container.getRootNode().host;
    }
    const info = container && S.infos.get(container);
    if (!info || info.end === undefined) return "";
    return amongOthers(el, place, info, container, box) || (box || attr(el, "placeholder").trim() ? "" : fromPlace(el, place) || aboveAll(el, place, container));
  };
  // A field of a step that is not shown yet: the words of the nearest thing that holds it and no other.
  const unseenLabel = (el) => {
    for (let c = up(el), n = 0; c && n < 3 && !/^(body|form|main)$/.test(c.localName); n++, c = up(c)) {
      if (c.querySelectorAll("input:not([type=hidden]),select,textarea").length > 1) break;
      const label = c.querySelector("label,legend,[class*=label]");
      const words = plain(label && !label.contains(el) ? label : c, LONG, true);
      if (words) return isLabelLike(words, el) ? words : "";
    }
    return "";
  };
  // The first of several fields that stand together: the words above them all.
  const aboveAll = (el, place, within) => {
    for (let container = within, n = 0; container && n < 4; n++, container = up(container)) {
      const info = S.infos.get(container);
      if (!info || info.end === undefined || S.counts[place] > S.counts[info.start] || /^(body|form|main)$/.test(container.localName)) return "";
      const words = runBefore(el, info.start, place, container);
      if (words) return words.length <= 60 ? words : "";
    }
    return "";
  };
  // Several fields share a container: the words between the one before and this one, where labels come
  // first; those between this and the next, where they come after.
  const amongOthers = (el, place, info, container, box) => {
    let prev = info.start, next = info.end;
    for (let i = place - 1; i >= info.start; i--) if (S.stream[i].field) { prev = i + 1; break; }
    for (let i = place + 1; i < info.end; i++) if (S.stream[i].field) { next = i; break; }
    if (box) return runAfter(el, place + 1, next, container) || runBefore(el, prev, place, container);
    const before = runBefore(el, prev, place, container);
    if (before) return before;
    if (prev === info.start && next < info.end) {
      const after = runAfter(el, place + 1, next, container);
      let lastField = place;
      for (let i = info.end - 1; i > place; i--) if (S.stream[i].field) { lastField = i; break; }
      if (after && runAfter(el, lastField + 1, info.end, container)) return after;
    }
    return prev > info.start ? shared(el, prev - 1) : "";
  };
  // One label for several fields in a row: a date in three parts, an expiry in two.
  const shared = (el, other) => {
    const before = S.stream[other];
    if (!before.control || !before.control.label || isBox(before.el) || attr(el, "placeholder")) return "";
    if (isPart(el) && isPart(before.el)) return before.control.label;
    if (!/^(text|tel|number)$/.test(el.type) || el.type !== before.el.type) return "";
    const a = el.getBoundingClientRect(), b = before.el.getBoundingClientRect();
    return Math.abs(a.top - b.top) < 10 && a.left - b.right < 60 && a.left >= b.left && a.width < 120 ? before.control.label : "";
  };
  const isPart = (el) => el.localName === "select" || (el.maxLength > 0 && el.maxLength <= 6) || (el.size > 0 && el.size <= 6);
  const GROUPS = "fieldset,[role=group],[role=radiogroup]";
  const groupOf = (el) => {
    let set = el.closest(GROUPS);
    for (let n = 0; set && n < 3; n++, set = up(set) && up(set).closest(GROUPS)) {
      const legend = set.localName === "fieldset" ? set.querySelector("legend") : null;
      const words = (legend && legend.closest("fieldset") === set && plain(legend, LONG)) || byIds(set, "aria-labelledby", LONG) || squeeze(attr(set, "aria-label"), LONG);
      if (words) return words;
    }
    return "";
  };
  // Tiles and boxes without a legend: the words above the first of them.
  const groupOfTiles = (el, container0) => {
    if (el.type !== "radio" || !el.name) return "";
    let container = container0;
    for (let n = 0; container && n < 8; n++, container = up(container)) {
      const all = container.querySelectorAll('input[type=radio][name="' + CSS.escape(el.name) + '"]');
      if (all.length < 2) continue;
      const info = S.infos.get(container), place = S.places.get(all[0]);
      if (!info || info.end === undefined || place === undefined) return "";
      for (let m = 0; container && m < 3; m++, container = up(container)) {
        const there = S.infos.get(container);
        if (!there || there.end === undefined) return "";
        let from = there.start;
        for (let i = place - 1; i >= there.start; i--) if (S.stream[i].field) { from = i + 1; break; }
        const words = runBefore(all[0], from, place, container);
        if (words) return words;
        if (from > there.start) return "";
      }
      return "";
    }
    return "";
  };
  const hintOf = (el, place, label) => {
    const ids = attr(el, "aria-describedby").split(/\s+/), root = el.getRootNode();
    let out = "";
    for (let i = 0; i < ids.length && i < 6; i++) {
      const other = ids[i] && root.getElementById?.(ids[i]);
      if (other && !(inError(other, null) && !other.contains(el)) && !undrawn(other)) out += " " + plain(other, LONG);
    }
    if (out || place === undefined || isBox(el)) return squeeze(out, LONG);
    let container = up(el);
    for (let n = 0; container && n < 3; n++, container = up(container)) {
      const info = S.infos.get(container);
      if (!info || info.end === undefined || fieldsIn(info) > 1) break;
      for (let i = place + 1; i < info.end; i++) {
        const t = S.stream[i];
        if (t.text && t.text.length <= LONG && !t.press && !t.label && isWords(t.text) && !inError(t.at, container) && label.indexOf(t.text) < 0) return squeeze(t.text, LONG);
      }
    }
    return "";
  };
  const errorOf = (el, place, invalid) => {
    const root = el.getRootNode();
    const said = byIdsShown(el, "aria-errormessage", root);
    if (said && invalid) return said;
    const ids = attr(el, "aria-describedby").split(/\s+/);
    let out = "";
    for (let i = 0; i < ids.length && i < 6; i++) {
      const other = ids[i] && root.getElementById?.(ids[i]);
      if (other && shownNow(other) && !isHelp(other) && (inError(other, null) && !other.contains(el) || (invalid && isRed(other)))) out += " " + plain(other, LONG * 2);
    }
    if (squeeze(out)) return squeeze(out, LONG * 2);
    const labels = labelsFor(el);
    for (let i = 0; i < labels.length && i < 4; i++) {
      if (isErrorLabel(labels[i], el, labels.length) && shownNow(labels[i])) { const words = plain(labels[i], LONG * 2); if (words) return words; }
    }
    let container = up(el);
    for (let n = 0; container && place !== undefined && n < 5; n++, container = up(container)) {
      const info = S.infos.get(container);
      if (!info || info.end === undefined || fieldsIn(info) > 1 && !oneGroup(el, info)) break;
      let words = "", line = -1;
      for (let i = info.start; i < info.end; i++) {
        const t = S.stream[i];
        if (!t.text || t.press || !isWords(t.text) || t.text.length > LONG * 2) continue;
        const wrong = inError(t.at, container) && !t.label || (!t.label && invalid && t.text.length > 4 && isRed(t.at));
        if (!wrong) { if (words) break; continue; }
        words += (line === t.line ? "" : " ") + t.raw; line = t.line;
      }
      if (squeeze(words).length > 2) return squeeze(words, LONG * 2);
    }
    return invalid ? byIdsShown(el, "aria-describedby", root) : "";
  };
  const isHelp = (el) => HINT_CLASS.test(attr(el, "class")) && !ERROR_CLASS.test(attr(el, "class"));
  const shownNow = (el) => el.checkVisibility ? el.checkVisibility({ visibilityProperty: true, opacityProperty: true }) : true;
  const byIdsShown = (el, name, root) => {
    const ids = attr(el, name).split(/\s+/);
    let out = "";
    for (let i = 0; i < ids.length && i < 6; i++) {
      const other = ids[i] && root.getElementById?.(ids[i]);
      if (other && shownNow(other)) out += " " + plain(other, LONG * 2);
    }
    return squeeze(out, LONG * 2);
  };
  const oneGroup = (el, info) => {
    if (el.type !== "radio") return false;
    for (let i = info.start; i < info.end; i++) {
      const t = S.stream[i];
      if (t.field && (t.el.type !== "radio" || t.el.name !== el.name)) return false;
    }
    return true;
  };
