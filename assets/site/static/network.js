// Countries as a network, and the same numbers as a matrix.
"use strict";
const ON_CIRCLE = 36;
const IN_MATRIX = 18;

relations.start("network", (countries, counts) => {
  const found = ties.count(counts);
  ties.draw(countries, found, ON_CIRCLE);
  matrix(countries, found.ordered.slice(0, IN_MATRIX), found.between);
});

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
