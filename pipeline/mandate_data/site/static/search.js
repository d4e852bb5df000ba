// Full-text search over search-data.js, which a script can load from a folder, too.
"use strict";
(() => {
  const MOST = 60;
  const LITTLE = new Set("a about all an and are by did do does dr for from has have how in is it mr mrs ms of on or para paras paragraph the their there to was were what when where which who with".split(" ")); // words that say little
  const query = document.getElementById("query");
  const count = document.getElementById("count");
  const found = document.getElementById("found");
  const hint = document.getElementById("hint");
  const examples = document.getElementById("try");
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const trimmed = (word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
  // `48.28` and `A/HRC/25/48` are words of their own; their parts are found, too.
  const words = (text) => text.split(/\s+/u).map(trimmed).filter(Boolean);
  const tokens = (text) => words(text).flatMap((word) => {
    const parts = word.split(/[^\p{L}\p{N}]+/u);
    return parts.length > 1 ? [word, ...parts] : [word];
  });
  const index = new MiniSearch({
    idField: "id", fields: ["title", "also", "text", "codes"], storeFields: ["address", "kind", "rank", "title", "text"], tokenize: tokens, processTerm: plain,
    searchOptions: {
      boost: { title: 4, also: 3 }, tokenize: words, combineWith: "AND",
      prefix: (term) => term.length > 2 && !/\d/.test(term), fuzzy: (term) => (term.length > 5 && !/\d/.test(term) ? 0.15 : false),
      boostDocument: (_, __, stored) => [1, 4, 12, 30][stored.rank],
    },
  });
  const entries = window.SEARCH_DATA.map(([address, kind, rank, title, also, text, codes], id) => ({ id, address, kind, rank, title, also, text, codes }));
  index.addAll(entries);

  const make = (tag, properties, ...children) => {
    const node = Object.assign(document.createElement(tag), properties);
    node.append(...children);
    return node;
  };
  const simple = (text) => plain(text).replace(/[^\p{L}\p{N}:]+/gu, " ").trim();
  const others = ({ also }) => (also.includes(" – ") ? also.split(" – ")[0].split("; ") : []);
  const texts = (one) => plain([one.title, one.also, one.text, one.codes].join("\n"));
  const search = (asked) => {
    const exact = simple(asked);
    // What is between quotation marks must be there word for word; the number of a document counts for more than the words beside it.
    const phrases = [...asked.matchAll(/["“„«]([^"“”„«»]+)["”“»]/gu)].map((match) => plain(match[1].trim()));
    const symbols = words(asked).filter((word) => /\p{L}[^/]*\/.*\d/u.test(word));
    const telling = words(asked).filter((word) => !LITTLE.has(word.toLowerCase())).join(" ") || asked;
    const phrased = (found) => found.filter((one) => phrases.every((phrase) => texts(entries[one.id]).includes(phrase)));
    const whole = phrased(index.search(telling));
    const bySymbol = symbols.length && symbols.length < words(telling).length ? phrased(index.search(symbols.join(" "))) : [];
    const all = whole.length || bySymbol.length ? whole : phrased(index.search(telling, { tokenize: tokens }));
    const some = all.length || bySymbol.length ? bySymbol : phrased(index.search(telling, { combineWith: "OR", fuzzy: false }));
    const seen = new Set(all.map((one) => one.id));
    const results = [...all, ...some.filter((one) => !seen.has(one.id))];
    results.partly = !all.length && results.length > 0;
    const asNamed = bySymbol.length ? simple(symbols.join(" ")) : exact;
    const named = (one) => [one.title, ...others(entries[one.id])].some((name) => simple(name) === asNamed) || simple(one.title).startsWith(`${asNamed}:`);
    return Object.assign([...results.filter(named).sort((a, b) => b.rank - a.rank), ...results.filter((one) => !named(one))], { partly: results.partly });
  };
  // A text with the matched words marked, from the first of them.
  const excerpt = (text, terms) => {
    const folded = plain(text);
    const places = terms.map((term) => folded.indexOf(term)).filter((place) => place >= 0);
    const first = places.length ? Math.min(...places) : 0;
    const start = first > 90 ? folded.lastIndexOf(" ", first - 60) + 1 : 0;
    // The text ends with a whole word.
    const end = text.length > start + 220 ? text.lastIndexOf(" ", start + 220) : text.length;
    const part = text.slice(start, end > start ? end : start + 220);
    const node = make("p", {});
    if (start) node.append("… ");
    if (folded.length !== text.length) { node.append(part); return node; }
    let past = 0;
    const low = folded.slice(start, start + part.length);
    for (;;) {
      const next = terms.map((term) => [low.indexOf(term, past), term.length]).filter(([place]) => place >= 0).sort((a, b) => a[0] - b[0] || b[1] - a[1])[0];
      if (!next) break;
      node.append(part.slice(past, next[0]), make("mark", { textContent: part.slice(next[0], next[0] + next[1]) }));
      past = next[0] + next[1];
    }
    node.append(part.slice(past), start + part.length < text.length ? " …" : "");
    return node;
  };
  const look = (asked) => {
    const results = asked.trim() ? search(asked) : [];
    count.textContent = asked.trim() ? `${results.partly ? "None has all of these words; " : ""}${results.length} ${results.partly ? "with some of them" : "found"}${results.length > MOST ? `; the first ${MOST} are shown` : ""}` : "";
    hint.hidden = !asked.trim() || results.length > 0;
    if (examples) examples.hidden = asked.trim() !== "";
    found.replaceChildren(...results.slice(0, MOST).map((one) =>
      make("li", {}, make("span", { className: "kind", textContent: one.kind }), make("p", {}, make("a", { href: one.address, textContent: one.title })), excerpt(one.text, one.terms))));
  };
  query.value = (new URLSearchParams(location.search).get("q") ?? "").slice(0, query.maxLength);
  look(query.value);
  document.getElementById("search").addEventListener("submit", (event) => {
    event.preventDefault();
    history.replaceState(null, "", location.protocol === "file:" ? "" : `?${new URLSearchParams({ q: query.value })}`);
    look(query.value);
  });
})();
