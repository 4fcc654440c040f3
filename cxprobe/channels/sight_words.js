  // ---- words -------------------------------------------------------------------------------------
  const squeeze = (text, most) => {
    const whole = ("" + (text ?? "")).replace(/[\s\u00a0\u200b\ufeff]+/g, " ").trim();
    return whole.length > (most || 160) ? whole.slice(0, most || 160).trim() : whole;
  };
  // A form's fields hide its own properties where they are named like them, so some are asked for by the back door.
  const upward = Object.getOwnPropertyDescriptor(Node.prototype, "parentElement").get;
  const up = (el) => upward.call(el);
  const attr = (el, name) => Element.prototype.getAttribute.call(el, name) || "";
  const SKIPPED = /^(script|style|noscript|template|select|textarea|option|datalist|iframe|object|svg|canvas|audio|video|head)$/;
  const isWritten = (el) => { const says = el.getAttribute?.("contenteditable"); return says !== null && says !== undefined && says !== "false"; };
  const undrawn = (el) => { const info = S.infos.get(el); return info ? info.none : false; };
  // The words inside an element, without fields, what is typed into them, and what is not there to be read.
  const plain = (el, most, hiddenToo) => {
    let out = "";
    const take = (node, depth) => {
      if (out.length > 2000 || depth > 200) return;
      if (node.nodeType === 3) { out += node.data; return; }
      if (node.nodeType !== 1 || SKIPPED.test(node.localName) || isWritten(node)) return;
      if (node !== el && !hiddenToo && undrawn(node)) return;
      if (node.localName === "img") { out += " " + attr(node, "alt") + " "; return; }
      if (node !== el && node.getAttribute("role") === "alert") return;
      const apart = node !== el && !/^(a|b|i|u|em|strong|span|small|sup|sub|font|abbr|bdi|mark|code)$/.test(node.localName);
      if (apart) out += " ";
      for (let child = node.firstChild; child; child = child.nextSibling) take(child, depth + 1);
      if (apart) out += " ";
    };
    take(el, 0);
    return squeeze(out, most);
  };
  const byIds = (el, name, most) => {
    const ids = attr(el, name).split(/\s+/), root = el.getRootNode();
    let out = "";
    for (let i = 0; i < ids.length && i < 12; i++) {
      const other = ids[i] && root.getElementById?.(ids[i]);
      if (other) out += " " + plain(other, most, true);
    }
    return squeeze(out, most);
  };
  // Every label's control, found once for each root: `labels` of a field searches the whole page each time.
  const NONE = [];
  const gatherLabels = (root) => {
    const all = root.querySelectorAll("label");
    for (let i = 0; i < all.length; i++) {
      const control = all[i].control;
      if (!control) continue;
      const known = S.labels.get(control);
      if (known) known[known.length] = all[i]; else S.labels.set(control, [all[i]]);
    }
  };
  const labelsFor = (el) => S.labels.get(el) || NONE;
  const isLabelable = (el) => /^(input|select|textarea|button|meter|output|progress)$/.test(el.localName);
  const isWords = (text) => /[\p{L}\p{N}]/u.test(text);
  const ERROR_CLASS = /(^|[\s_-])(errors?|invalid|fehler|erreurs?|errore|b[łl][aą]d|erro|fout|danger|validation|parsley|warning|alert|errormsg|errormessage|errortext|haserror)($|[\s_-])|error(message|msg|text|label|list|tip)|fielderror|inputerror|formerror|helper-?text--?error|Mui-error/i;
  const HINT_CLASS = /hint|help|desc|note|tooltip|counter|caption-?small|instruction|assistive|info-?text|example/i;
  const SMALL_PRINT = /(^|[\s_-])(tooltip|tip|hint|help|help-?text|help-?block|helptext|counter|char-?count)(?:$|\s|[-_]{1,2}(text|content|inner|box|block|message)\b)/i;
  const LABEL_CLASS = /label|caption|(^|[\s_-])title|field-?name|legend/i;
  const classOf = (el) => attr(el, "class") + " " + (el.id && typeof el.id === "string" ? el.id : "");
  const isRed = (el) => {
    const said = /(\d+(?:\.\d+)?)\D+(\d+(?:\.\d+)?)\D+(\d+(?:\.\d+)?)/.exec(getComputedStyle(el).color);
    return !!said && +said[1] > 130 && +said[1] > 1.7 * +said[2] && +said[1] > 1.7 * +said[3];
  };
  // Whether words stand inside something that looks like an error, up to a container.
  const inError = (el, stop) => {
    for (let e = el, n = 0; e && e !== stop && n < 6; e = up(e), n++) {
      const info = S.infos.get(e);
      if (info && S.counts[info.end ?? info.start] > S.counts[info.start]) return false;   // it holds the field itself
      if (e.getAttribute("role") === "alert" || ERROR_CLASS.test(classOf(e))) return true;
    }
    return false;
  };
  const inClass = (el, stop, kind) => {
    for (let e = el, n = 0; e && e !== stop && n < 4; e = up(e), n++) if (kind.test(attr(e, "class"))) return true;
    return false;
  };
