// Who met whom as a circle: a point each, the larger the more acts, tied by the acts they share; one that is pointed at stands out.
"use strict";
const TIES = 90; // more would be a ball of wool: the strongest are drawn, the tables have the numbers

const ties = (() => {
  const key = (one, two) => `${Math.min(one, two)}-${Math.max(one, two)}`;
  const count = (rows) => {
    const shared = new Map();
    const acts = new Map();
    for (const row of rows) {
      const pair = key(row[0], row[1]);
      shared.set(pair, (shared.get(pair) ?? 0) + row.at(-1));
      for (const end of [row[0], row[1]]) acts.set(end, (acts.get(end) ?? 0) + row.at(-1));
    }
    const strongest = [...shared].sort((one, other) => other[1] - one[1]).map(([pair, number]) => [...pair.split("-").map(Number), number]);
    const ordered = [...acts].sort((one, other) => other[1] - one[1] || one[0] - other[0]).map(([end]) => end);
    return { acts, strongest, ordered, between: (one, two) => shared.get(key(one, two)) ?? 0 };
  };
  const spot = (at, of, radius) => {
    const angle = (2 * Math.PI * at) / of - Math.PI / 2;
    return [Math.cos(angle) * radius, Math.sin(angle) * radius];
  };
  const label = (text, at, of) => {
    const turn = (360 * at) / of - 90;
    const away = turn > 90;
    const transform = `rotate(${turn}) translate(224 0)${away ? " rotate(180)" : ""}`;
    const made = relations.shape("text", { transform, y: 4, "text-anchor": away ? "end" : "start" });
    made.textContent = text.length > 22 ? `${text.slice(0, 21)}…` : text;
    return made;
  };
  const point = (drawing, end) => {
    drawing.classList.toggle("pointed", end !== undefined);
    for (const each of drawing.querySelectorAll("[data-ends]")) {
      each.classList.toggle("lit", end !== undefined && each.dataset.ends.split(" ").includes(end));
    }
  };
  const draw = (nodes, found, most) => {
    const wanted = new Set(found.ordered.slice(0, most));
    const drawn = found.strongest.filter(([one, two]) => wanted.has(one) && wanted.has(two)).slice(0, TIES);
    const shown = [...new Set(drawn.flatMap(([one, two]) => [one, two]))].sort((one, other) => one - other);
    const place = new Map(shown.map((end, at) => [end, at]));
    const largest = Math.max(1, ...shown.map((end) => found.acts.get(end)));
    const thick = drawn.length ? drawn[0][2] : 1;
    const told = (end) => [nodes[end][0], nodes[end][2]].filter(Boolean).join(", ");
    document.getElementById("ties").replaceChildren(...drawn.reverse().map(([one, two, number]) => {
      const [from, to] = [one, two].map((end) => spot(place.get(end), shown.length, 210).map((each) => each.toFixed(1)).join(" "));
      const look = { d: `M${from}Q0 0 ${to}`, "data-ends": `${one} ${two}`, "stroke-width": (0.8 + 5 * (number / thick) ** 1.5).toFixed(2) };
      return relations.shape("path", look, `${told(one)} – ${told(two)}: ${number}`);
    }));
    document.getElementById("nodes").replaceChildren(...shown.flatMap((end, at) => {
      const [x, y] = spot(at, shown.length, 210);
      const look = { cx: x.toFixed(1), cy: y.toFixed(1), r: (3 + 7 * Math.sqrt(found.acts.get(end) / largest)).toFixed(1), "data-ends": end };
      const name = label(nodes[end][0], at, shown.length);
      name.dataset.ends = end;
      return [relations.shape("circle", look, `${told(end)}: ${found.acts.get(end)}`), name];
    }));
    const drawing = document.querySelector(".net");
    drawing.onpointerover = (event) => {
      const ends = event.target.closest("circle,text")?.dataset.ends;
      point(drawing, ends);
    };
    drawing.onpointerleave = () => point(drawing);
  };
  return { count, draw };
})();
