// Points of the map, the larger the more acts, and the same as a table.
"use strict";
relations.start("map", (spots, counts) => {
  const acts = new Map();
  for (const row of counts) acts.set(row[0], (acts.get(row[0]) ?? 0) + row.at(-1));
  const most = Math.max(1, ...acts.values());
  const ordered = [...acts].sort((one, other) => other[1] - one[1]);
  document.getElementById("points").replaceChildren(...ordered.map(([at, number]) => {
    const [name, country, , x, y] = spots[at];
    const told = [name, country].filter(Boolean).join(", ");
    return relations.shape("circle", { cx: x, cy: y, r: (0.7 + 2.8 * Math.sqrt(number / most)).toFixed(2) }, `${told}: ${number}`);
  }));
  document.getElementById("places").replaceChildren(...ordered.slice(0, 200).map(([at, number]) => {
    const [name, country, path] = spots[at];
    const row = document.createElement("tr");
    row.append(relations.cell("td", name), relations.cell("td", country ? relations.link(country, path) : ""), relations.cell("td", String(number)));
    row.firstChild.dir = "auto";
    row.lastChild.className = "number";
    return row;
  }));
});
