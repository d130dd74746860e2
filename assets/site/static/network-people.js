// Persons as a network, and their strongest ties as a table.
"use strict";
const ON_CIRCLE = 48;
const IN_TABLE = 100;

relations.start("network-people", (people, counts) => {
  const found = ties.count(counts);
  ties.draw(people, found, ON_CIRCLE);
  const cell = (end) => {
    const made = relations.cell("td", relations.link(people[end][0], people[end][1]));
    if (people[end][2]) made.append(" ", Object.assign(document.createElement("span"), { className: "soft", textContent: people[end][2] }));
    return made;
  };
  document.getElementById("strongest").replaceChildren(...found.strongest.slice(0, IN_TABLE).map(([one, two, number]) => {
    const row = document.createElement("tr");
    row.append(cell(one), cell(two), relations.cell("td", String(number)));
    row.lastChild.className = "number";
    return row;
  }));
});
