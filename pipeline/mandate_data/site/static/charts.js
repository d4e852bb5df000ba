// Charts that answer the pointer, the keyboard and a finger: drawn anew by Vega-Lite when they come into view.
"use strict";
(() => {
  const NARROW = 640; // pixels of the window
  const script = (address) => new Promise((loaded, failed) => {
    const node = Object.assign(document.createElement("script"), { src: address, onload: loaded, onerror: failed });
    document.head.append(node);
  });
  let library = null;
  const quiet = () => logger;
  const logger = { level: quiet, error: (...words) => console.error(...words), warn: quiet, info: quiet, debug: quiet };
  const tip = Object.assign(document.createElement("div"), { id: "tip", hidden: true });
  tip.setAttribute("role", "tooltip");

  const point = (figure, mark, text) => {
    const [box, place] = [figure.getBoundingClientRect(), mark.getBoundingClientRect()];
    figure.append(tip);
    tip.textContent = text;
    tip.hidden = false;
    const left = place.left + place.width / 2 - box.left - tip.offsetWidth / 2;
    tip.style.left = `${Math.max(0, Math.min(left, box.width - tip.offsetWidth))}px`;
    tip.style.top = `${place.top - box.top - tip.offsetHeight - 8}px`;
  };
  let touched = null; // the mark that a finger has opened: the next tap on it follows its link
  const hide = () => { tip.hidden = true; touched = null; };

  // Vega keeps the drawn item with each element; one that has a tooltip answers, one with an address is a link.
  const answer = (figure, element) => {
    for (const mark of element.querySelectorAll("svg .role-mark path, svg .role-mark text, svg .role-mark rect")) {
      const { tooltip, href } = mark.__data__ ?? {};
      if (!tooltip) continue;
      mark.setAttribute("aria-label", tooltip);
      mark.setAttribute("role", href ? "link" : "img");
      if (href) mark.setAttribute("tabindex", "0");
      for (const event of ["pointerenter", "focus"]) mark.addEventListener(event, () => point(figure, mark, tooltip));
      mark.addEventListener("pointerleave", (event) => { if (event.pointerType !== "touch") hide(); });
      mark.addEventListener("blur", () => { if (touched !== mark) hide(); });
      mark.addEventListener("keydown", (event) => { if (event.key === "Enter" && href) location.href = href; });
    }
  };

  // A finger has no way to point without a tap: the first tap on a mark shows its tooltip, the second follows its link.
  let finger = false;
  addEventListener("pointerdown", (event) => {
    finger = event.pointerType === "touch";
    if (finger && !event.target.closest?.("[data-chart] svg")) hide();
  }, true);
  const tap = (figure) => (event) => {
    const { tooltip, href } = event.target.__data__ ?? {};
    if (!finger || !tooltip || event.target === touched) return;
    event.preventDefault();
    event.stopPropagation();
    touched = event.target;
    point(figure, event.target, href ? `${tooltip}\nTap again to open.` : tooltip);
  };

  const draw = async (element) => {
    const { chart } = element.dataset;
    element.addEventListener("click", tap(element.closest("figure")), true);
    library ??= script("vega.js");
    await Promise.all([library, script(`charts/${chart}.js`)]);
    const render = async () => {
      const { wide, narrow } = window.CHARTS[chart];
      const spec = structuredClone(innerWidth <= NARROW ? narrow : wide);
      spec.width = Math.floor(element.clientWidth);
      const place = document.createElement("div");
      const { view } = await window.vegaEmbed(place, spec, { renderer: "svg", actions: false, tooltip: false, logger, loader: { target: "_self" } });
      element.replaceChildren(place);
      await view.runAsync();
      answer(element.closest("figure"), element);
      element.dataset.drawn = "true";
    };
    await render();
    let [width, waiting] = [innerWidth, 0];
    addEventListener("resize", () => {
      if (innerWidth === width) return;
      width = innerWidth;
      clearTimeout(waiting);
      waiting = setTimeout(render, 200);
    });
  };

  const watch = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      watch.unobserve(target);
      draw(target).catch((error) => console.warn(`The chart stays as it is: ${error.message ?? "a file is missing"}`));
    }
  }, { rootMargin: "200px" });
  for (const element of document.querySelectorAll("[data-chart]")) watch.observe(element);
})();
