// A table that is already in the page: search, facets with counts, sort, columns, the rows shown as files.
// What is chosen is kept in the address, after #.
"use strict";
(() => {
  const table = document.getElementById("rows");
  const body = table.tBodies[0];
  const heads = [...table.tHead.rows[0].cells];
  const columns = heads.map((head) => ({
    head, name: head.dataset.name, title: head.textContent, number: /^(integer|number|year)$/.test(head.dataset.type),
    same: "same" in head.dataset, // in each row: not shown before it is asked for
  }));
  const shownText = (cell) => (cell.querySelector("p") ? [...cell.querySelectorAll("p")].map((one) => one.textContent.trim()).join("; ") : (cell.querySelector("a:not(.tag)") ?? cell).textContent.trim());
  const rows = [...body.rows].map((row) => {
    const shown = [...row.cells].map(shownText);
    const cells = [...row.cells].map((cell, place) => cell.dataset.value ?? shown[place]);
    // A facet has each of the values of a cell.
    const values = [...row.cells].map((cell, place) => (cell.querySelector("p") ? [...new Set([...cell.querySelectorAll("p")].map((one) => one.textContent.trim()))] : [cells[place]]));
    return { row, shown, cells, values };
  });
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  for (const one of rows) one.text = plain([...one.cells, ...one.shown, one.row.dataset.more ?? ""].join("\n"));
  const MOST = 15; // values of a facet
  const LONGEST = 60; // characters of one

  const make = (tag, properties = {}, ...children) => {
    const node = Object.assign(document.createElement(tag), properties);
    node.append(...children);
    return node;
  };
  const search = make("input", { type: "search", id: "filter", placeholder: "Search this table" });
  const status = make("span");
  status.setAttribute("role", "status");
  const facets = columns.map((column, place) => {
    const names = new Map(rows.flatMap((one) => one.values[place].map((value) => [value, value === one.cells[place] ? one.shown[place] : value])));
    const fits = names.size > 1 && names.size <= MOST && rows.length > names.size && [...names.values()].every((text) => text.length <= LONGEST);
    if (!fits) return null;
    const values = [...names.keys()].filter(Boolean).sort((a, b) => names.get(a).localeCompare(names.get(b), "en", { numeric: true }));
    const input = make("select", {}, make("option", { value: "", textContent: "any" }), ...values.map((value) => make("option", { value })));
    input.dataset.filter = column.name;
    return { input, place, name: column.name, title: column.title, names };
  }).filter(Boolean);
  const pickers = columns.map((column) => make("input", { type: "checkbox", checked: !column.same, value: column.name }));
  let [sort, drawn] = ["", ""]; // what is asked for, and what is shown: a long table is only moved when it must be

  for (const column of columns) {
    const button = make("button", { type: "button", textContent: column.title, title: column.head.title || `Sort by ${column.title}` });
    button.addEventListener("click", () => {
      sort = sort === column.name ? `-${column.name}` : sort === `-${column.name}` ? "" : column.name;
      update();
    });
    column.head.replaceChildren(button);
  }
  const nothing = make("p", { className: "empty", textContent: "No row fits. Use fewer words, or press Reset.", hidden: true });
  table.after(nothing);

  const fits = (one, words, without) => words.every((word) => one.text.includes(word)) &&
    facets.every((facet) => facet === without || !facet.input.value || one.values[facet.place].includes(facet.input.value));

  const count = (words) => {
    for (const facet of facets) {
      const found = new Map();
      for (const one of rows) if (fits(one, words, facet)) for (const value of one.values[facet.place]) found.set(value, (found.get(value) ?? 0) + 1);
      for (const option of facet.input.options) if (option.value) option.textContent = `${facet.names.get(option.value)} (${found.get(option.value) ?? 0})`;
    }
  };

  const show = () => {
    const words = plain(search.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const one of rows) {
      const visible = fits(one, words);
      if (one.row.hidden === visible) one.row.hidden = !visible;
      shown += visible;
    }
    count(words);
    const by = sort.replace("-", "");
    const place = columns.findIndex(({ name }) => name === by);
    const sign = sort.startsWith("-") ? -1 : 1;
    const value = columns[place]?.number ? (one) => Number(one.cells[place]) : (one) => one.cells[place];
    const compare = place < 0 ? null : (a, b) => (a.cells[place] === "") - (b.cells[place] === "") ||
      sign * (columns[place].number ? value(a) - value(b) : value(a).localeCompare(value(b), "en", { numeric: true }));
    if (sort !== drawn) body.append(...(compare ? [...rows].sort(compare) : rows).map((one) => one.row));
    drawn = sort;
    columns.forEach(({ head, name }, number) => {
      if (name === by) head.setAttribute("aria-sort", sign > 0 ? "ascending" : "descending");
      else head.removeAttribute("aria-sort");
      const hide = !pickers[number].checked;
      if (head.hidden !== hide) for (const row of table.rows) row.cells[number].hidden = hide;
    });
    nothing.hidden = shown > 0;
    status.textContent = `${shown} of ${rows.length} rows`;
  };

  const update = () => {
    const state = new URLSearchParams();
    if (search.value) state.set("q", search.value);
    for (const { input, name } of facets) if (input.value) state.set(`f.${name}`, input.value);
    if (sort) state.set("sort", sort);
    const changed = (same) => pickers.filter((one, place) => columns[place].same === same && one.checked === same).map((one) => one.value).join(",");
    if (changed(false)) state.set("hide", changed(false));
    if (changed(true)) state.set("show", changed(true));
    history.replaceState(null, "", `#${state}`);
    show();
  };

  const restore = () => {
    const hash = location.hash.slice(1);
    // An anchor is a row or a heading; it says nothing of the view.
    const state = new URLSearchParams(document.getElementById(hash) ? "" : hash);
    search.value = state.get("q") ?? "";
    for (const { input, name } of facets) input.value = state.get(`f.${name}`) ?? "";
    sort = state.get("sort") ?? "";
    const [hidden, added] = ["hide", "show"].map((name) => (state.get(name) ?? "").split(","));
    pickers.forEach((one, place) => { one.checked = columns[place].same ? added.includes(one.value) : !hidden.includes(one.value); });
    chosen.open ||= pickers.some((one, place) => one.checked === columns[place].same);
    more.open ||= chosen.open || facets.some(({ input }) => input.value);
    show();
  };

  const reset = make("button", { type: "button", textContent: "Reset" });
  reset.addEventListener("click", () => {
    search.value = sort = "";
    for (const { input } of facets) input.value = "";
    pickers.forEach((one, place) => { one.checked = !columns[place].same; });
    update();
  });
  const copy = make("button", { type: "button", textContent: "Copy link" });
  copy.addEventListener("click", async () => {
    await navigator.clipboard.writeText(location.href);
    copy.textContent = "Copied";
    setTimeout(() => { copy.textContent = "Copy link"; }, 2000);
  });

  // The rows as they are shown: published values under the names of the data package; names of what they refer to beside.
  const records = () => {
    const visible = [...body.rows].filter((row) => !row.hidden);
    const known = new Map(rows.map((one) => [one.row, one]));
    const places = columns.map((_, place) => place).filter((place) => pickers[place].checked || columns[place].same);
    return visible.map((row) => {
      const { cells, shown } = known.get(row);
      return places.flatMap((place) => {
        const named = rows.some((one) => one.cells[place] !== one.shown[place]);
        return [[columns[place].name, cells[place]], ...(named ? [[`${columns[place].name} (name)`, shown[place]]] : [])];
      });
    });
  };
  const quoted = (text) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const asCsv = () => {
    const found = records();
    return [found[0]?.map(([name]) => name) ?? columns.map(({ name }) => name), ...found.map((row) => row.map(([, value]) => value))]
      .map((line) => `${line.map(quoted).join(",")}\n`).join("");
  };
  const asJson = () => `${JSON.stringify(records().map((row) => Object.fromEntries(row)), null, 1)}\n`;
  const save = (kind, name, text) => {
    const button = make("button", { type: "button", textContent: `These rows as ${name}` });
    button.addEventListener("click", () => {
      const address = URL.createObjectURL(new Blob([text()], { type: kind }));
      make("a", { href: address, download: `${table.dataset.file}.${name.toLowerCase()}` }).click();
      setTimeout(() => URL.revokeObjectURL(address), 10000);
    });
    return button;
  };

  const tools = document.getElementById("tools");
  const label = make("label", { htmlFor: "filter", textContent: "Search this table", className: "unseen" });
  const line = make("div", { className: "line" }, label, search, reset, status);
  const choices = make("div", { className: "line facets" }, ...facets.map(({ input, title }) => make("label", {}, title, input)));
  const files = make("div", { className: "line" }, save("text/csv", "CSV", asCsv), save("application/json", "JSON", asJson));
  if (navigator.clipboard) files.append(copy);
  const chosen = make("details", {}, make("summary", { textContent: "Choose columns" }), make("fieldset", {}, make("legend", { textContent: "Columns shown" }),
    ...pickers.map((one, place) => make("label", {}, one, columns[place].title))));
  const more = make("details", { open: matchMedia("(min-width: 40rem)").matches }, make("summary", { textContent: "Filter, save, choose columns" }),
    ...(facets.length ? [choices] : []), files, chosen);
  tools.append(line, more);
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
