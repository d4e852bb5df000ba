// Full-text search over search-data.js, which a script can load from a folder, too.
"use strict";
(() => {
  const MOST = 100;
  const query = document.getElementById("query");
  const count = document.getElementById("count");
  const found = document.getElementById("found");
  const plain = (term) => term.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const index = new MiniSearch({
    idField: "id", fields: ["title", "text"], storeFields: ["address", "kind", "title", "text"], processTerm: plain,
    searchOptions: { boost: { title: 3 }, prefix: (term) => term.length > 2, fuzzy: (term) => (term.length > 5 ? 0.15 : false), combineWith: "AND" },
  });
  index.addAll(window.SEARCH_DATA.map(([address, kind, title, text], id) => ({ id, address, kind, title, text })));

  const make = (tag, properties, ...children) => {
    const node = Object.assign(document.createElement(tag), properties);
    node.append(...children);
    return node;
  };
  const look = (words) => {
    const results = words.trim() ? index.search(words) : [];
    count.textContent = words.trim() ? `${results.length} found${results.length > MOST ? `; the first ${MOST} are shown` : ""}` : "";
    found.replaceChildren(...results.slice(0, MOST).map((one) =>
      make("li", {}, make("a", { href: one.address, textContent: one.title }), make("p", { className: "quiet", textContent: one.kind }),
        make("p", { textContent: one.text.length > 300 ? `${one.text.slice(0, 300)} …` : one.text }))));
  };
  query.value = (new URLSearchParams(location.search).get("q") ?? "").slice(0, query.maxLength);
  look(query.value);
  document.getElementById("search").addEventListener("submit", (event) => {
    event.preventDefault();
    history.replaceState(null, "", location.protocol === "file:" ? "" : `?${new URLSearchParams({ q: query.value })}`);
    look(query.value);
  });
})();
