// The search box: folds what is typed as the index is folded, loads the files of its first letters, lists what fits.
// Data comes as scripts, since a page opened from a file may fetch nothing.
"use strict";
const dragoman = (() => {
  const root = document.documentElement.dataset.root;
  const box = document.getElementById("search");
  const list = document.getElementById("found");
  const count = document.getElementById("found-count");
  const loaded = new Map();
  const held = new Map();
  let folding = null;
  let files = {};

  const load = (path) => {
    if (!loaded.has(path)) {
      loaded.set(path, new Promise((done) => {
        const script = document.createElement("script");
        script.src = root + path;
        script.onload = script.onerror = () => done();
        document.head.append(script);
      }));
    }
    return loaded.get(path);
  };
  const fold = (text) => Array.from(text, (letter) => folding.get(letter) ?? letter).join("");
  const words = (text) => fold(text).match(/[\p{L}\p{N}_]+/gu) ?? [];
  const fits = (entry, wanted) => {
    const own = words(entry[0]);
    return wanted.every((word) => own.some((each) => each.startsWith(word)));
  };

  const matches = async (text) => {
    await load("data/search/index.js");
    const wanted = words(text).sort((one, other) => other.length - one.length);
    if (!wanted.length) return [];
    const longest = wanted[0];
    const near = Object.keys(files).filter((prefix) => longest.startsWith(prefix) || prefix.startsWith(longest)).slice(0, 24);
    await Promise.all(near.map((prefix) => load(`data/search/${files[prefix]}.js`)));
    const best = new Map();
    for (const entry of near.flatMap((prefix) => held.get(prefix) ?? [])) {
      if (fits(entry, wanted) && !best.has(entry[2])) best.set(entry[2], entry);
    }
    return [...best.values()].slice(0, 40);
  };

  const show = (entries) => {
    list.replaceChildren(...entries.map(([spelling, name, path]) => {
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = root + path;
      for (const text of spelling === name ? [name] : [name, spelling]) {
        const part = document.createElement("bdi");
        part.dir = "auto";
        part.textContent = text;
        link.append(part);
      }
      item.append(link);
      return item;
    }));
    list.hidden = !entries.length;
    count.textContent = box.value.trim() ? `${entries.length} found` : "";
  };

  let asked = 0;
  const search = async () => {
    const mine = ++asked;
    const entries = await matches(box.value);
    if (mine === asked) show(entries);
  };
  const step = (event) => {
    const links = [...list.querySelectorAll("a")];
    const at = links.indexOf(document.activeElement);
    if (event.key === "Escape") { show([]); box.focus(); }
    else if (event.key === "ArrowDown" && links.length) { links[Math.min(at + 1, links.length - 1)].focus(); event.preventDefault(); }
    else if (event.key === "ArrowUp" && at >= 0) { (links[at - 1] ?? box).focus(); event.preventDefault(); }
    else if (event.key === "Enter" && at < 0 && links.length) { links[0].click(); }
  };
  box.addEventListener("input", search);
  box.parentElement.addEventListener("keydown", step);
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && !/^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName)) { box.focus(); event.preventDefault(); }
  });

  return {
    root,
    load,
    fold: async (text) => { await load("data/search/index.js"); return words(text); },
    searching: (from, to, names) => {
      const targets = Array.from(to);
      folding = new Map(Array.from(from, (letter, at) => [letter, targets[at] === "\0" ? "" : targets[at]]));
      files = names;
    },
    found: (prefix, entries) => held.set(prefix, entries),
  };
})();
globalThis.dragoman = dragoman;
