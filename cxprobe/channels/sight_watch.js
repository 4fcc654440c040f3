  // ---- has anything changed since? ---------------------------------------------------------------
  // Counts what changes in this frame from the first look on. Some changes tell nobody (a value set by
  // a script, a scrolled box), so what is cheap to read is compared as well.
  const FIELDS = "input,select,textarea,button";
  const watcher = () => {
    const W = { changes: 1, seen: new WeakMap(), next: 1, kept: new Map(), roots: [], hosts: [], doc: document, born: performance.timeOrigin + "-" + Math.random() };
    const bump = () => { W.changes += 1; };
    const noted = (records) => {
      for (let i = 0; i < records.length; i++) if (records[i].attributeName !== MARK) { W.changes += 1; return; }
    };
    const observer = new MutationObserver(noted);
    W.watch = (root) => {
      for (let i = 0; i < W.roots.length; i++) if (W.roots[i] === root) return;
      W.roots[W.roots.length] = root;
      observer.observe(root, { subtree: true, childList: true, characterData: true, attributes: true });
    };
    W.settle = () => { noted(observer.takeRecords()); };
    W.watch(document);
    const EVENTS = ["input", "change", "scroll", "resize", "load", "toggle", "reset", "submit", "invalid", "focusin",
      "mouseover", "transitionend", "animationend", "popstate", "hashchange", "DOMContentLoaded", "slotchange"];
    for (let i = 0; i < EVENTS.length; i++) window.addEventListener(EVENTS[i], bump, { capture: true, passive: true });
    return W;
  };
  const watching = () => {
    const before = window[KEPT];
    if (before && before.doc === document) return before;
    const W = watcher();
    Object.defineProperty(window, KEPT, { value: W, configurable: true });
    return W;
  };
  // How the page stands, in a few numbers: none of them tells what was typed.
  const standing = (W) => {
    W.settle();
    let filled = 0, sum = 0, lone = 0;
    const count = (root) => {
      const all = root.querySelectorAll(FIELDS);
      for (let i = 0; i < all.length && i < 5000; i++) {
        const el = all[i];
        if (el.checked || (el.localName !== "button" && el.value)) { filled += 1; sum = (sum + (i + 1) * 31 + (el.checked ? 7 : 0)) % 1000003; }
        if (el.localName === "select") sum = (sum + (i + 1) * (el.selectedIndex + 2)) % 1000003;
        if (el.indeterminate) sum += 3;
      }
    };
    for (let i = 0; i < W.roots.length; i++) count(W.roots[i]);
    for (let i = 0; i < W.hosts.length; i++) if (W.hosts[i].shadowRoot) lone += 1;
    return [W.born, W.changes, filled, sum, lone, scrollX | 0, scrollY | 0, innerWidth, innerHeight, document.readyState, location.href, document.title].join("|");
  };
