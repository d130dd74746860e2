// Countries on a circle, tied by the acts they share, and the same numbers as a matrix.
"use strict";
const ON_CIRCLE = 36;
const IN_MATRIX = 18;
const TIES = 120; // more would be a ball of wool: the strongest are drawn, the matrix has the numbers

relations.start("network", (countries, counts) => {
  const shared = new Map();
  const acts = new Map();
  for (const row of counts) {
    const [one, two] = [Math.min(row[0], row[1]), Math.max(row[0], row[1])];
    const key = `${one}-${two}`;
    shared.set(key, (shared.get(key) ?? 0) + row.at(-1));
    for (const end of [one, two]) acts.set(end, (acts.get(end) ?? 0) + row.at(-1));
  }
  const ordered = [...acts].sort((one, other) => other[1] - one[1] || one[0] - other[0]).map(([end]) => end);
  const between = (one, two) => shared.get(`${Math.min(one, two)}-${Math.max(one, two)}`) ?? 0;
  circle(countries, ordered.slice(0, ON_CIRCLE).sort((one, other) => one - other), between, acts);
  matrix(countries, ordered.slice(0, IN_MATRIX), between);
});

function circle(countries, shown, between, acts) {
  const most = Math.max(1, ...shown.flatMap((one) => shown.map((two) => between(one, two))));
  const largest = Math.max(1, ...shown.map((end) => acts.get(end)));
  const spot = (at, radius) => {
    const angle = (2 * Math.PI * at) / shown.length - Math.PI / 2;
    return [Math.cos(angle) * radius, Math.sin(angle) * radius];
  };
  const ties = [];
  shown.forEach((one, first) => shown.forEach((two, second) => {
    const number = first < second ? between(one, two) : 0;
    if (!number) return;
    const d = `M${spot(first, 210).join(" ")}Q0 0 ${spot(second, 210).join(" ")}`;
    ties.push([number, relations.shape("path", { d, "stroke-width": 0.6 + (5 * number) / most }, `${countries[one][0]} – ${countries[two][0]}: ${number}`)]);
  }));
  ties.sort((one, other) => other[0] - one[0]);
  document.getElementById("ties").replaceChildren(...ties.slice(0, TIES).map(([, tie]) => tie));
  document.getElementById("nodes").replaceChildren(...shown.flatMap((end, at) => {
    const [x, y] = spot(at, 210);
    const turn = (360 * at) / shown.length - 90;
    const away = turn > 90;
    const place = `rotate(${turn}) translate(224 0)${away ? " rotate(180)" : ""}`;
    const label = relations.shape("text", { transform: place, y: 4, "text-anchor": away ? "end" : "start" });
    label.textContent = countries[end][0];
    return [relations.shape("circle", { cx: x, cy: y, r: 3 + 7 * Math.sqrt(acts.get(end) / largest) }, `${countries[end][0]}: ${acts.get(end)}`), label];
  }));
}

function matrix(countries, shown, between) {
  const most = Math.max(1, ...shown.flatMap((one) => shown.map((two) => between(one, two))));
  const head = (end, scope) => {
    const made = relations.cell("th", relations.link(countries[end][0], countries[end][1]));
    made.scope = scope;
    return made;
  };
  const top = document.createElement("tr");
  top.append(document.createElement("td"), ...shown.map((end) => head(end, "col")));
  document.getElementById("across").replaceChildren(top);
  document.getElementById("down").replaceChildren(...shown.map((one) => {
    const row = document.createElement("tr");
    row.append(head(one, "row"), ...shown.map((two) => {
      const number = between(one, two);
      const made = relations.cell("td", one === two || !number ? "" : String(number));
      if (number) made.className = `m-${number > most / 2 ? 3 : number > most / 6 ? 2 : 1}`;
      return made;
    }));
    return row;
  }));
}
