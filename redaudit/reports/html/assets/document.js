/* A document's page: values lead to their marks and marks to their values, keys, zoom, layers, the strip of pages. */
(() => {
  'use strict';

  // The overview remembers what was chosen there: the way back leads to the same documents, also when this page is come
  // back to itself.
  const wayBack = document.getElementById('to-overview');
  const recall = () => {
    try {
      wayBack.hash = sessionStorage.getItem(`redaudit-overview ${new URL('.', wayBack.href).pathname}`) || '';
    } catch {
      // Storage may be forbidden to a page from disk: the link stays as it is.
    }
  };
  if (wayBack) {
    recall();
    addEventListener('pageshow', recall);
  }

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
    // Of a page what is hidden on it lights up; a page as a whole would be too much.
    if (first && first.matches('.sheet')) return [...first.querySelectorAll('.k-hidden[id]')];
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
  // The mark that was shown last, until the reader goes elsewhere: from there the keys step on.
  let last = null;
  const show = (element, block) => {
    for (let closed = element.closest('details:not([open])'); closed; closed = element.closest('details:not([open])')) closed.open = true;
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block: element.matches('.sheet') ? 'start' : block, inline: 'center' });
    if (element.matches('.sheets .mark')) last = element;
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
    hold(pages.indexOf(at(anchors[0]).closest('.sheet')));
    try {
      // The address can be copied; no step is added to the browser's own way back.
      history.replaceState(null, '', `#${anchors[0]}`);
    } catch {
      // A browser may forbid it to a page from disk.
    }
    return true;
  };
  // Of the values that rest on a mark that which rests on the fewest others tells most of it: of a redaction its own row.
  const nearest = (found) => {
    const told = found.filter((link) => link.closest('.dossier') && !link.closest('#marks'));
    const others = (link) => link.dataset.marks.split(' ').length;
    return told.reduce((best, link) => (others(link) < others(best) ? link : best), told[0]) || found[0];
  };
  const showValues = (mark) => {
    const anchor = mark.id || mark.dataset.of;
    // What no value names by itself, such as hidden text, is told of by its page.
    const own = valuesOf(anchor);
    const found = own.length ? own : valuesOf(mark.closest('.sheet').id);
    leave(mark);
    light([...partsOf(anchor), ...found]);
    if (found.length) show(nearest(found), 'nearest');
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
    if (/^[mrfh]\d+$/.test(anchor) && at(anchor)) {
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
  // The page that crosses the middle of the window is the current one; one that was asked for stays it until the reader
  // scrolls, since a short page may not reach so far.
  let held = -9;
  const hold = (index) => {
    held = scrollY;
    setCurrent(index);
  };
  const watch = () => {
    if (Math.abs(scrollY - held) < 2) return;
    held = -9;
    last = null;
    const line = innerHeight / 2;
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
    page.scrollIntoView({ block: 'start' });
    page.focus({ preventScroll: true });
    last = null;
    hold(pages.indexOf(page));
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
    // From where the focus stands on the pages, else from the current page; after the last comes the first.
    const focused = document.activeElement.closest('.sheets .mark, .sheets .sheet');
    const from = focused || last || pages[current];
    const follows = (mark) => (from.compareDocumentPosition(mark) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
    const after = marks.findIndex(follows);
    const first = after < 0 ? marks.length : after;
    let next = forward ? first : first - (marks[first - 1] === from ? 2 : 1);
    for (let tried = 0; tried < marks.length; tried += 1, next += forward ? 1 : -1) {
      const mark = marks[(next + 2 * marks.length) % marks.length];
      // What is switched off is passed over; of text that is not laid out yet it cannot be told, and need not.
      if (mark.closest('.block') || !hidden(mark)) {
        light(partsOf(mark.id));
        show(mark, 'center');
        hold(pages.indexOf(mark.closest('.sheet')));
        return;
      }
    }
  };
  const anyFinding = '.k-finding[id]';
  const anyMark = '.mark[id]:not(.k-finding):not(.is-twin)';
  at('mark-previous').addEventListener('click', () => step(anyMark, false));
  at('mark-next').addEventListener('click', () => step(anyMark, true));
  at('finding-next').addEventListener('click', () => step(anyFinding, true));

  /* ---- Zoom: 0 fits the width, else a share of the sheet's own size ---- */

  const steps = [0.5, 0.75, 1, 1.25, 1.5, 2, 2.5, 3];
  const pixels = 96 / 72;
  let zoom = 0;
  const leaves = [...sheets.querySelectorAll('.leaf')];
  const onScreen = (element) => {
    const box = element.getBoundingClientRect();
    return box.bottom > 0 && box.top < innerHeight;
  };
  const fitted = () => {
    const leaf = pages[current].querySelector('.leaf') || leaves[0];
    return leaf ? leaf.clientWidth / (leaf.querySelector('svg').viewBox.baseVal.width * pixels) : 1;
  };
  const tellZoom = () => { at('zoom').value = numbers.format(zoom || fitted()); };
  const setZoom = (share) => {
    // The mark that has the focus keeps its place, else the point in the middle of the window.
    const page = pages[current];
    const mark = document.activeElement.closest('.sheets .mark');
    const spot = mark && onScreen(mark) ? mark : page;
    const before = spot.getBoundingClientRect();
    const depth = Math.max(0, (innerHeight / 2 - before.top) / Math.max(1, before.height));
    const from = before.top + depth * before.height;
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
    const after = spot.getBoundingClientRect();
    scrollBy(0, after.top + depth * after.height - from);
    if (spot === mark) mark.scrollIntoView({ block: 'nearest', inline: 'center' });
    tellZoom();
    at('zoom-fit').setAttribute('aria-pressed', String(!share));
  };
  const zoomIn = () => setZoom(steps.find((share) => share > (zoom || fitted()) + 0.01) || steps[steps.length - 1]);
  const zoomOut = () => setZoom(steps.filter((share) => share < (zoom || fitted()) - 0.01).pop() || steps[0]);
  at('zoom-in').addEventListener('click', zoomIn);
  at('zoom-out').addEventListener('click', zoomOut);
  at('zoom-fit').addEventListener('click', () => setZoom(0));

  // How wide a text's letters may be so that its widest row fits: the style sheet knows the room.
  for (const text of sheets.querySelectorAll('.typed[data-columns]')) text.style.setProperty('--columns', text.dataset.columns);

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
  const keys = new Map([
    ['n', () => toPage(current + 1)],
    ['p', () => toPage(current - 1)],
    ['m', () => step(anyMark, true)],
    ['M', () => step(anyMark, false)],
    ['f', () => step(anyFinding, true)],
    ['F', () => step(anyFinding, false)],
    ['+', zoomIn],
    ['=', zoomIn],
    ['-', zoomOut],
    ['0', () => setZoom(0)],
    ['?', help],
  ]);
  // Who speaks to the computer, or presses keys by accident, can turn single keys off; the choice is kept where it can be.
  const single = at('single-keys');
  const remembered = 'redaudit-single-keys';
  try {
    single.checked = localStorage.getItem(remembered) !== 'off';
    single.addEventListener('change', () => localStorage.setItem(remembered, single.checked ? 'on' : 'off'));
  } catch {
    // Storage may be forbidden to a page from disk: the choice then holds for this page.
  }
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
    // What a picture shows of a mark is a button; in a text the space bar still scrolls.
    const pressed = event.key === 'Enter' ? '.sheets .mark[id]' : event.key === ' ' ? '.marks .mark[id]' : '';
    if (pressed && event.target instanceof Element && event.target.matches(pressed)) {
      event.preventDefault();
      showValues(event.target);
      return;
    }
    const key = single.checked && keys.get(event.key);
    if (key) {
      event.preventDefault();
      key();
    }
  });

  /* ---- The toolbar is as high as its rows: what jumps lands below it ---- */

  const toolbar = at('toolbar');
  const measure = () => {
    document.documentElement.style.setProperty('--bar', `${toolbar.offsetHeight}px`);
    tellZoom();
  };
  if ('ResizeObserver' in window) new ResizeObserver(measure).observe(toolbar);
  measure();
  watch();
  arrive();
  // The browser goes to the address by itself once all is loaded, and puts a mark below the toolbar.
  if (document.readyState !== 'complete') addEventListener('load', () => requestAnimationFrame(arrive), { once: true });
})();
