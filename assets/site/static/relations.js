// Filters over counts by date, kind, level and format, for the map and the network: what is left is handed to the page's own drawing.
"use strict";
globalThis.relations = (() => {
  const form = document.querySelector(".filters");
  const nodes = [];
  const counts = [];
  let words = [];
  let files = [];
  let draw = () => {};

  const offer = (name, at) => {
    const select = form.elements[name];
    words[at].forEach((word, number) => {
      if (word) select.append(new Option(word.replaceAll("_", " "), String(number)));
    });
  };
  const chosen = (name) => form.elements[name].value;
  // A count is its nodes, then the numbers of month, kind, level and format, then acts.
  const fits = (row) => {
    const facets = row.slice(-5, -1);
    const month = words[0][facets[0]];
    if (chosen("from") && !(month && month >= chosen("from"))) return false;
    if (chosen("until") && !(month && month <= chosen("until"))) return false;
    return ["kind", "level", "format"].every((name, at) => !chosen(name) || Number(chosen(name)) === facets[at + 1]);
  };
  const apply = () => {
    const left = counts.filter(fits);
    const total = left.reduce((sum, row) => sum + row.at(-1), 0);
    document.getElementById("total").textContent = `${total} ${form.dataset.counted}`;
    draw(nodes, left);
  };

  return {
    begin: (known, paths) => { words = known; files = paths; },
    nodes: (from, rows) => rows.forEach((row, at) => { nodes[from + at] = row; }),
    counts: (from, rows) => rows.forEach((row, at) => { counts[from + at] = row; }),
    start: async (name, drawing) => {
      draw = drawing;
      await dragoman.load(`data/${name}/index.js`);
      await Promise.all(files.map(dragoman.load));
      ["kind", "level", "format"].forEach((facet, at) => offer(facet, at + 1));
      form.addEventListener("input", apply);
      form.addEventListener("submit", (event) => event.preventDefault());
      apply();
    },
    shape: (tag, attributes, title) => {
      const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
      for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
      if (title) made.append(relations.shape("title", {}));
      if (title) made.firstChild.textContent = title;
      return made;
    },
    link: (name, path) => {
      const made = document.createElement(path ? "a" : "span");
      if (path) made.href = dragoman.root + path;
      made.dir = "auto";
      made.textContent = name;
      return made;
    },
    cell: (tag, content) => {
      const made = document.createElement(tag);
      made.append(content);
      return made;
    },
  };
})();
