// A table that is already in the page: search, filter, sort, choose columns. What is chosen stands in the address, after #.
"use strict";
(() => {
  const table = document.getElementById("rows");
  const body = table.tBodies[0];
  const heads = [...table.tHead.rows[0].cells];
  const columns = heads.map((head) => ({ head, name: head.dataset.name, number: /^(integer|number|year)$/.test(head.dataset.type) }));
  const rows = [...body.rows].map((row) => ({ row, cells: [...row.cells].map((cell) => (cell.querySelector("a") ?? cell).textContent) }));
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  for (const one of rows) one.text = plain([...one.cells, one.row.dataset.more ?? ""].join("\n"));
  const FEW = 12; // values that still fit into a list to choose from

  const make = (tag, properties = {}, ...children) => {
    const node = Object.assign(document.createElement(tag), properties);
    node.append(...children);
    return node;
  };
  const search = make("input", { type: "search", id: "filter" });
  const status = make("span");
  status.setAttribute("role", "status");
  const filters = columns.map((column, place) => {
    const values = [...new Set(rows.map((one) => one.cells[place]))].sort();
    const few = values.length <= FEW && values.length > 1;
    const input = few
      ? make("select", {}, make("option", { value: "", textContent: "any" }), ...values.filter((value) => value).map((value) => make("option", { value, textContent: value })))
      : make("input", { type: "search", size: 10 });
    input.dataset.filter = column.name;
    return { input, few, place, name: column.name };
  });
  const pickers = columns.map((column) => make("input", { type: "checkbox", checked: true, value: column.name }));
  let [sort, drawn] = ["", ""]; // what is asked for, and what is shown: a long table is only moved when it must be

  for (const column of columns) {
    const button = make("button", { type: "button", textContent: column.name, title: `Sort by ${column.name}` });
    button.addEventListener("click", () => {
      sort = sort === column.name ? `-${column.name}` : sort === `-${column.name}` ? "" : column.name;
      update();
    });
    column.head.replaceChildren(button);
  }

  const show = () => {
    const words = plain(search.value).split(/\s+/).filter(Boolean);
    const wanted = filters.filter(({ input }) => input.value);
    let count = 0;
    for (const one of rows) {
      const fits = words.every((word) => one.text.includes(word)) && wanted.every(({ input, few, place }) =>
        few ? one.cells[place] === input.value : plain(one.cells[place]).includes(plain(input.value)));
      if (one.row.hidden === fits) one.row.hidden = !fits;
      count += fits;
    }
    const by = sort.replace("-", "");
    const place = columns.findIndex(({ name }) => name === by);
    const sign = sort.startsWith("-") ? -1 : 1;
    const compare = place < 0 ? null : columns[place].number
      ? (a, b) => (a.cells[place] === "") - (b.cells[place] === "") || sign * (Number(a.cells[place]) - Number(b.cells[place]))
      : (a, b) => (a.cells[place] === "") - (b.cells[place] === "") || sign * a.cells[place].localeCompare(b.cells[place], "en", { numeric: true });
    if (sort !== drawn) body.append(...(compare ? [...rows].sort(compare) : rows).map((one) => one.row));
    drawn = sort;
    columns.forEach(({ head, name }, number) => {
      if (name === by) head.setAttribute("aria-sort", sign > 0 ? "ascending" : "descending");
      else head.removeAttribute("aria-sort");
      const hide = !pickers[number].checked;
      if (head.hidden !== hide) for (const row of table.rows) row.cells[number].hidden = hide;
    });
    status.textContent = `${count} of ${rows.length} rows`;
  };

  const update = () => {
    const state = new URLSearchParams();
    if (search.value) state.set("q", search.value);
    for (const { input, name } of filters) if (input.value) state.set(`f.${name}`, input.value);
    if (sort) state.set("sort", sort);
    const hidden = pickers.filter((one) => !one.checked).map((one) => one.value);
    if (hidden.length) state.set("hide", hidden.join(","));
    history.replaceState(null, "", `#${state}`);
    show();
  };

  const restore = () => {
    const hash = location.hash.slice(1);
    // An anchor is a row or a heading; it says nothing of the view.
    const state = new URLSearchParams(document.getElementById(hash) ? "" : hash);
    search.value = state.get("q") ?? "";
    for (const { input, name } of filters) input.value = state.get(`f.${name}`) ?? "";
    sort = state.get("sort") ?? "";
    const hidden = (state.get("hide") ?? "").split(",");
    for (const one of pickers) one.checked = !hidden.includes(one.value);
    byColumn.open ||= filters.some(({ input }) => input.value);
    chosen.open ||= pickers.some((one) => !one.checked);
    show();
  };

  const reset = make("button", { type: "button", textContent: "Show all" });
  reset.addEventListener("click", () => {
    search.value = sort = "";
    for (const { input } of filters) input.value = "";
    for (const one of pickers) one.checked = true;
    update();
  });
  const copy = make("button", { type: "button", textContent: "Copy the address of this view" });
  copy.addEventListener("click", async () => {
    await navigator.clipboard.writeText(location.href);
    copy.textContent = "Copied";
    setTimeout(() => { copy.textContent = "Copy the address of this view"; }, 2000);
  });
  const tools = document.getElementById("tools");
  const line = make("div", { className: "line" }, make("label", { htmlFor: "filter", textContent: "Search this table" }), search, reset);
  if (navigator.clipboard) line.append(copy);
  line.append(status);
  const byColumn = make("details", {}, make("summary", { textContent: "Filter by column" }), make("fieldset", {}, make("legend", { textContent: "Only rows in which" }),
    ...filters.map(({ input, name, few }) => make("label", {}, `${name} ${few ? "is" : "has"}`, input))));
  const chosen = make("details", {}, make("summary", { textContent: "Choose columns" }), make("fieldset", {}, make("legend", { textContent: "Columns shown" }),
    ...pickers.map((one) => make("label", {}, one, one.value))));
  tools.append(line, byColumn, chosen);
  tools.hidden = false;
  tools.addEventListener("input", update);
  addEventListener("hashchange", restore);

  // Arrow keys walk through the cells; Enter follows the link of a cell, as everywhere.
  body.addEventListener("keydown", (event) => {
    const step = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] }[event.key];
    const cell = event.target.closest("td, th");
    if (!step || !cell || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const shown = [...body.rows].filter((row) => !row.hidden);
    let [down, right] = [shown.indexOf(cell.parentNode) + step[0], cell.cellIndex + step[1]];
    for (; shown[down]?.cells[right]; down += step[0], right += step[1]) {
      const link = shown[down].cells[right].hidden ? null : shown[down].cells[right].querySelector("a");
      if (link) { link.focus(); return; }
    }
  });
  restore();
})();
