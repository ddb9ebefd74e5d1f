/* A document's page: values lead to their marks and marks to their values, keys, zoom, layers, the strip of pages. */
(() => {
  'use strict';
  const sheets = document.getElementById('sheets');
  if (!sheets) return;
  const at = (id) => document.getElementById(id);
  const dossier = document.querySelector('.dossier');
  const pages = [...sheets.querySelectorAll('.sheet')];
  const strip = new Map([...document.querySelectorAll('.thumbnails a')].map((link) => [link.hash.slice(1), link]));
  const numbers = Intl.NumberFormat('en', { style: 'percent' });

  /* ---- Values and marks ---- */

  // Which values name a mark: asked for once the first mark is clicked, since a page may have thousands.
  let values = null;
  const valuesOf = (anchor) => {
    if (!values) {
      values = new Map();
      for (const link of document.querySelectorAll('a.evidence[data-marks]')) {
        for (const name of link.dataset.marks.split(' ')) {
          if (!values.has(name)) values.set(name, []);
          values.get(name).push(link);
        }
      }
    }
    return values.get(anchor) || [];
  };
  // A mark in a text is in several parts where it goes over lines or overlaps another.
  let parts = null;
  const partsOf = (anchor) => {
    if (!parts) {
      parts = new Map();
      for (const part of sheets.querySelectorAll('[data-of]')) {
        if (!parts.has(part.dataset.of)) parts.set(part.dataset.of, []);
        parts.get(part.dataset.of).push(part);
      }
    }
    const first = at(anchor);
    return first ? [first, ...(parts.get(anchor) || [])] : [];
  };
  const lit = new Set();
  const light = (elements) => {
    for (const element of lit) element.classList.remove('lit');
    lit.clear();
    for (const element of elements) {
      element.classList.add('lit');
      lit.add(element);
    }
  };
  const still = matchMedia('(prefers-reduced-motion: reduce)');
  const show = (element, block) => {
    for (let closed = element.closest('details:not([open])'); closed; closed = element.closest('details:not([open])')) closed.open = true;
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block, inline: 'center', behavior: 'auto' });
  };
  // Where jumps came from, the last one last.
  const trail = [];
  const leave = (element) => {
    trail.push({ element, left: scrollX, top: scrollY, inner: dossier ? dossier.scrollTop : 0, lit: [...lit] });
    if (trail.length > 100) trail.shift();
    at('back').hidden = false;
  };
  const back = () => {
    const from = trail.pop();
    at('back').hidden = trail.length === 0;
    if (!from) {
      light([]);
      return false;
    }
    light(from.lit);
    if (dossier) dossier.scrollTop = from.inner;
    scrollTo(from.left, from.top);
    if (from.element && from.element.isConnected) from.element.focus({ preventScroll: true });
    return true;
  };
  const showMarks = (link) => {
    const anchors = (link.dataset.marks || link.hash.slice(1)).split(' ').filter((name) => at(name));
    if (anchors.length === 0) return false;
    leave(link);
    light([...anchors.flatMap(partsOf), link]);
    show(at(anchors[0]), 'center');
    return true;
  };
  const showValues = (mark) => {
    const anchor = mark.id || mark.dataset.of;
    let found = valuesOf(anchor);
    if (found.length === 0 && anchor.startsWith('f')) {
      // A finding without marks of its own stands in the list by its number.
      const row = document.querySelectorAll('.dossier .finding')[Number(anchor.slice(1))];
      found = row ? [row.querySelector('a, summary') || row] : [];
    }
    leave(mark);
    light([...partsOf(anchor), ...found]);
    if (found.length) show(found.find((link) => !link.closest('details:not([open])')) || found[0], 'nearest');
    else mark.focus({ preventScroll: true });
  };

  document.addEventListener('click', (event) => {
    if (!(event.target instanceof Element) || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const link = event.target.closest('a.evidence');
    if (link) {
      if (showMarks(link)) event.preventDefault();
      return;
    }
    const mark = event.target.closest('.sheets .mark[id], .sheets [data-of]');
    // Words that are being selected to copy are not clicked.
    if (mark && String(getSelection()) === '') showValues(mark);
  });
  // A page opened at a mark (a link from elsewhere) shows it lit.
  const arrive = () => {
    const anchor = location.hash.slice(1);
    if (/^[mrf]\d+$/.test(anchor) && at(anchor)) {
      light(partsOf(anchor));
      show(at(anchor), 'center');
    }
  };
  addEventListener('hashchange', arrive);

  /* ---- Pages ---- */

  let current = 0;
  const place = at('page-number');
  const setCurrent = (index) => {
    if (index !== current) {
      strip.get(pages[current].id)?.removeAttribute('aria-current');
      current = index;
    }
    const link = strip.get(pages[current].id);
    if (link && !link.hasAttribute('aria-current')) {
      link.setAttribute('aria-current', 'page');
      const room = link.closest('.thumbnails');
      const low = link.offsetTop - room.offsetTop;
      if (low < room.scrollTop || low + link.offsetHeight > room.scrollTop + room.clientHeight) room.scrollTop = low - room.clientHeight / 2;
    }
    if (document.activeElement !== place) place.value = pages[current].dataset.page;
    at('page-previous').disabled = current === 0;
    at('page-next').disabled = current === pages.length - 1;
  };
  // The page that crosses a line a third down the window is the current one.
  const watch = () => {
    const line = innerHeight / 3;
    let low = 0;
    let high = pages.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (pages[middle].getBoundingClientRect().top <= line) low = middle;
      else high = middle - 1;
    }
    setCurrent(low);
  };
  let waiting = false;
  addEventListener('scroll', () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      watch();
    });
  }, { passive: true });
  const toPage = (index) => {
    const page = pages[Math.max(0, Math.min(pages.length - 1, index))];
    page.scrollIntoView({ block: 'start', behavior: 'auto' });
    page.focus({ preventScroll: true });
    setCurrent(pages.indexOf(page));
  };
  place.addEventListener('change', () => {
    const wanted = pages.findIndex((page) => page.dataset.page === place.value.trim());
    if (wanted >= 0) toPage(wanted);
    else place.value = pages[current].dataset.page;
  });
  at('page-previous').addEventListener('click', () => toPage(current - 1));
  at('page-next').addEventListener('click', () => toPage(current + 1));

  /* ---- Marks, one after another ---- */

  const hidden = (element) => element.getClientRects().length === 0;
  const step = (selector, forward) => {
    const marks = [...sheets.querySelectorAll(selector)];
    if (marks.length === 0) return;
    const here = marks.indexOf(document.activeElement);
    let next = here < 0 ? marks.findIndex((mark) => pages[current].contains(mark) || pages[current].compareDocumentPosition(mark) & Node.DOCUMENT_POSITION_FOLLOWING) : here + (forward ? 1 : -1);
    if (here < 0 && !forward) next -= 1;
    // What is switched off is passed over.
    for (; next >= 0 && next < marks.length; next += forward ? 1 : -1) {
      if (marks[next].closest('.block') || !hidden(marks[next])) {
        light(partsOf(marks[next].id));
        show(marks[next], 'center');
        return;
      }
    }
  };
  const anyMark = '.mark[id]:not(.k-finding):not(.is-twin)';
  at('mark-previous').addEventListener('click', () => step(anyMark, false));
  at('mark-next').addEventListener('click', () => step(anyMark, true));
  at('finding-next').addEventListener('click', () => step('.k-finding[id]', true));

  /* ---- Zoom: 0 fits the width, else a share of the sheet's own size ---- */

  const steps = [0.5, 0.75, 1, 1.25, 1.5, 2, 2.5, 3];
  const pixels = 96 / 72;
  let zoom = 0;
  const leaves = [...sheets.querySelectorAll('.leaf')];
  const fitted = () => {
    const leaf = pages[current].querySelector('.leaf') || leaves[0];
    return leaf ? leaf.clientWidth / (leaf.querySelector('svg').viewBox.baseVal.width * pixels) : 1;
  };
  const setZoom = (share) => {
    // The point a third down the window keeps its place.
    const page = pages[current];
    const before = page.getBoundingClientRect();
    const depth = (innerHeight / 3 - before.top) / Math.max(1, before.height);
    zoom = share;
    for (const leaf of leaves) {
      leaf.classList.toggle('is-zoomed', share > 0);
      leaf.style.width = share ? `${leaf.querySelector('svg').viewBox.baseVal.width * pixels * share}px` : '';
      const frame = leaf.parentElement;
      // What scrolls across must be reached by keys.
      if (share) frame.setAttribute('tabindex', '0');
      else frame.removeAttribute('tabindex');
    }
    if (share) sheets.style.setProperty('--zoom', String(share));
    else sheets.style.removeProperty('--zoom');
    const after = page.getBoundingClientRect();
    scrollBy(0, after.top + depth * after.height - innerHeight / 3);
    at('zoom').value = share ? numbers.format(share) : 'fit';
    at('zoom-fit').setAttribute('aria-pressed', String(!share));
  };
  const zoomIn = () => setZoom(steps.find((share) => share > (zoom || fitted()) + 0.01) || steps[steps.length - 1]);
  const zoomOut = () => setZoom(steps.findLast((share) => share < (zoom || fitted()) - 0.01) || steps[0]);
  at('zoom-in').addEventListener('click', zoomIn);
  at('zoom-out').addEventListener('click', zoomOut);
  at('zoom-fit').addEventListener('click', () => setZoom(0));

  /* ---- Layers ---- */

  for (const box of document.querySelectorAll('input[data-kind]')) {
    box.addEventListener('change', () => sheets.classList.toggle(`off-${box.dataset.kind}`, !box.checked));
  }
  at('labels').addEventListener('change', () => sheets.classList.toggle('no-labels', !at('labels').checked));
  const legend = document.querySelector('.layers');
  document.addEventListener('pointerdown', (event) => {
    if (legend.open && event.target instanceof Node && !legend.contains(event.target)) legend.open = false;
  });

  /* ---- Keys ---- */

  const dialog = at('keys');
  const help = () => {
    if (!dialog.open) dialog.showModal();
  };
  at('help').addEventListener('click', help);
  at('back').addEventListener('click', back);
  const keys = {
    n: () => toPage(current + 1),
    p: () => toPage(current - 1),
    m: () => step(anyMark, true),
    M: () => step(anyMark, false),
    f: () => step('.k-finding[id]', true),
    F: () => step('.k-finding[id]', false),
    '+': zoomIn,
    '=': zoomIn,
    '-': zoomOut,
    0: () => setZoom(0),
    '?': help,
  };
  const typing = (element) => element instanceof HTMLElement && (element.isContentEditable || /^(SELECT|TEXTAREA)$/.test(element.tagName) || (element.tagName === 'INPUT' && element.type === 'text'));
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || dialog.open) return;
    if (event.key === 'Escape') {
      if (legend.open) {
        legend.open = false;
        legend.querySelector('summary').focus();
      } else {
        back();
      }
      return;
    }
    if (typing(event.target)) return;
    if (event.key === 'Enter' && event.target instanceof Element && event.target.matches('.sheets .mark[id]')) {
      event.preventDefault();
      showValues(event.target);
      return;
    }
    if (event.key === ' ' && event.target instanceof Element && event.target.matches('.marks .mark[id]')) {
      event.preventDefault();
      showValues(event.target);
      return;
    }
    if (at('single-keys').checked && Object.hasOwn(keys, event.key)) {
      event.preventDefault();
      keys[event.key]();
    }
  });

  /* ---- The toolbar is as high as its rows: what jumps lands below it ---- */

  const toolbar = at('toolbar');
  const measure = () => document.documentElement.style.setProperty('--bar', `${toolbar.offsetHeight}px`);
  if ('ResizeObserver' in window) new ResizeObserver(measure).observe(toolbar);
  measure();
  watch();
  arrive();
})();
