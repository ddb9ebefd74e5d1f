// The overview: search, filters, sorting, charts that filter, and the rows, a hundred at a time.
// What is chosen stands in the page's address, so that Back works and a view can be linked.
(() => {
  'use strict';

  const ROWS = 100;
  const PRINTED = 5000;

  const { CHARTED, COLUMNS, severities, silent, documents, isOrder, nextOrder, filtered } = corpus;
  const { grouped, inNumber, tenths, element, rowOf } = listing;
  const one = (id) => document.getElementById(id);
  const all = (selector) => [...document.querySelectorAll(selector)];

  // --- What is chosen, and the address ---------------------------------------------------------------------------------

  const nothing = () => ({ q: '', sort: '', at: 0 });
  let chosen = nothing();

  function addressOf(state) {
    const pairs = new URLSearchParams();
    if (state.q) pairs.set('q', state.q);
    for (const column of COLUMNS) if (state[column]) pairs.set(column, state[column]);
    if (state.sort) pairs.set('sort', state.sort);
    if (state.at) pairs.set('row', String(state.at + 1));
    return pairs.toString();
  }

  // What an address asks for; null where it names a place in the page.
  function askedBy(address) {
    const asked = address.replace(/^#/, '');
    if (asked && asked !== 'all' && !asked.includes('=')) return null;
    const pairs = new URLSearchParams(asked);
    const state = nothing();
    state.q = pairs.get('q') || '';
    for (const column of COLUMNS) if (pairs.get(column)) state[column] = pairs.get(column);
    if (isOrder(pairs.get('sort') || '')) state.sort = pairs.get('sort');
    state.at = Math.max(0, Math.floor((parseInt(pairs.get('row'), 10) - 1) / ROWS) * ROWS) || 0;
    return state;
  }

  // Takes up a choice: `push` adds a step to go back to, without it the last step is changed (while one types).
  function choose(changes, push = true) {
    chosen = { ...chosen, at: 0, ...changes };
    const address = `#${addressOf(chosen) || 'all'}`;
    if (address !== location.hash && !(address === '#all' && !location.hash)) {
      if (push) location.hash = address;
      else location.replace(address);
    }
    show();
  }

  // A document's page leads back to the documents as they were chosen: its way to here is the key.
  function remember() {
    try {
      sessionStorage.setItem(`redaudit-overview ${new URL('.', location.href).pathname}`, addressOf(chosen));
    } catch {
      // Storage may be forbidden to a page from disk: the way back then leads to all documents.
    }
  }

  // --- The rows that are shown -----------------------------------------------------------------------------------------

  const heads = all('#documents thead th').map((head) => head.querySelector('button'));

  let fitting = documents;

  function showRows(from, number) {
    const made = document.createDocumentFragment();
    for (const entry of fitting.slice(from, from + number)) made.append(rowOf(entry));
    one('rows').replaceChildren(made);
  }

  function showWindow() {
    chosen.at = Math.min(chosen.at, Math.max(0, Math.ceil(fitting.length / ROWS) - 1) * ROWS);
    const end = Math.min(chosen.at + ROWS, fitting.length);
    showRows(chosen.at, ROWS);
    one('window').textContent = fitting.length ? `${grouped(chosen.at + 1)} to ${grouped(end)} of ${grouped(fitting.length)}` : '';
    one('previous').disabled = chosen.at === 0;
    one('next').disabled = end >= fitting.length;
    one('nothing').hidden = fitting.length > 0 || documents.length === 0;
  }

  function showFields(offered) {
    for (const field of all('select[data-filter]')) {
      const column = field.dataset.filter;
      const value = chosen[column] || '';
      for (const option of field.options) {
        if (option.value) option.textContent = `${option.dataset.label} (${grouped(offered[column].get(option.value) || 0)})`;
      }
      // An address may name a value that no document states: it is shown all the same.
      if (value && ![...field.options].some((option) => option.value === value)) {
        const option = element('option', '', `${value} (0)`);
        option.value = value;
        option.dataset.label = value;
        field.append(option);
      }
      field.value = value;
      field.classList.toggle('chosen', Boolean(value));
    }
    if (one('search') !== document.activeElement || one('search').value.trim() !== chosen.q) one('search').value = chosen.q;
  }

  const CHIPS = { from: 'original class', to: 'release class', rule: 'rule', share: 'percent withheld', overdue: 'years overdue' };

  // What is chosen in a column, in words.
  const told = (column) => `${CHIPS[column] || column}: ${chosen[column] === silent ? 'not stated' : chosen[column]}`;

  // What the charts chose, each with a button that lets it go.
  function showChips() {
    one('chips').replaceChildren(...CHARTED.filter((column) => chosen[column]).map((column) => {
      const chip = element('button', 'chip', `${told(column)} `, element('span', '', '×'));
      chip.type = 'button';
      chip.setAttribute('aria-label', `Let go of ${told(column)}`);
      chip.addEventListener('click', () => {
        choose({ [column]: undefined });
        one('count').focus();
      });
      return chip;
    }));
    // On paper the fields are not shown: there the choices stand in words.
    const asked = COLUMNS.filter((column) => chosen[column]).map(told);
    one('asked').textContent = [...(chosen.q ? [`search: ${chosen.q}`] : []), ...asked].join('; ');
  }

  // --- Totals and charts -----------------------------------------------------------------------------------------------

  const totals = all('[data-total]').map((place) => ({ place, name: place.dataset.total, whole: place.textContent }));

  function totalOf(name, shown) {
    if (name.startsWith('status ')) return grouped(shown.status.get(name.slice(7)) || 0);
    if (name === 'share') return shown.measured ? `${tenths(Math.round(shown.thousandths / shown.measured))} %` : 'not stated';
    if (name === 'measured') return `of ${inNumber(shown.measured, 'document')} with a measure`;
    if (severities.includes(name)) return grouped(shown.severities[severities.indexOf(name)]);
    return grouped(shown[name]);
  }

  function showTotals(shown, narrowed) {
    for (const { place, name, whole } of totals) {
      const said = totalOf(name, shown);
      place.textContent = narrowed && ['documents', 'pages', 'redactions'].includes(name) ? `${said} of ${whole}` : said;
    }
    one('count').textContent = narrowed
      ? `${grouped(shown.documents)} of ${inNumber(documents.length, 'document')}`
      : inNumber(documents.length, 'document');
  }

  const SIDES = ['x', 'y', 'width', 'height'];
  const bars = all('a.bar').map((bar) => {
    const whole = bar.querySelector('.all');
    return {
      bar, shown: bar.querySelector('.shown'), number: bar.querySelector('text'), title: bar.querySelector('title'),
      growth: bar.closest('svg').dataset.growth, name: bar.getAttribute('aria-label'),
      count: Number(bar.dataset.count), column: bar.dataset.column, value: bar.dataset.value,
      whole: SIDES.map((side) => Number(whole.getAttribute(side))),
    };
  });

  // The part of a bar that a fraction of it is: from the left, from the foot, or from the middle of a square.
  function partOf([x, y, width, height], fraction, growth) {
    if (growth === 'right') return [x, y, width * fraction, height];
    if (growth === 'up') return [x, y + height * (1 - fraction), width, height * fraction];
    const side = Math.sqrt(fraction);
    return [x + width * (1 - side) / 2, y + height * (1 - side) / 2, width * side, height * side];
  }

  function showBars(shown, narrowed) {
    for (const { bar, shown: part, number, title, growth, name, count: whole, column, value, whole: sides } of bars) {
      const now = shown[column === 'rule' ? 'found' : column].get(value) || 0;
      partOf(sides, now / whole, growth).forEach((length, side) => part.setAttribute(SIDES[side], length.toFixed(2)));
      // Beside a bar is room for both numbers; above one, that of the part shown stands on it.
      if (number) {
        number.textContent = !narrowed ? grouped(whole) : growth === 'up' ? grouped(now) : `${grouped(now)}/${grouped(whole)}`;
        if (growth === 'up') number.setAttribute('y', (Number(part.getAttribute('y')) - 5).toFixed(1));
      }
      const told = narrowed ? `${name}, ${now} of them shown` : name;
      bar.setAttribute('aria-label', told);
      title.textContent = told;
    }
    for (const link of all('a.bar, a.value')) {
      if (isChosen(link)) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
  }

  // What a bar or a value of a table chooses: one column, or both classes of a square.
  function asked(link) {
    const { column, value } = link.dataset;
    if (column !== 'class') return { [column]: value };
    const [from, to] = value.split('>');
    return { from, to };
  }

  function isChosen(link) {
    return Object.entries(asked(link)).every(([column, value]) => chosen[column] === value);
  }

  function showHeads() {
    for (const button of heads) {
      const { sort } = button.dataset;
      const order = chosen.sort === sort ? 'ascending' : chosen.sort === `-${sort}` ? 'descending' : 'none';
      button.closest('th').setAttribute('aria-sort', order);
    }
  }

  function show() {
    const result = filtered(chosen);
    fitting = result.fitting;
    const narrowed = Boolean(chosen.q) || COLUMNS.some((column) => chosen[column]);
    showWindow();
    showFields(result.offered);
    showChips();
    showTotals(result.shown, narrowed);
    showBars(result.shown, narrowed);
    showHeads();
    one('clear').disabled = !narrowed;
    remember();
  }

  // --- Deeds -----------------------------------------------------------------------------------------------------------

  const cleared = () => ({ q: '', ...Object.fromEntries(COLUMNS.map((column) => [column, undefined])) });
  let waiting = 0;

  one('search').addEventListener('input', () => {
    clearTimeout(waiting);
    // The first letter is a step to go back from; the next ones change it.
    waiting = setTimeout(() => {
      const q = one('search').value.trim();
      if (q !== chosen.q) choose({ q }, !chosen.q);
    }, 120);
  });
  for (const field of all('select[data-filter]')) {
    field.addEventListener('change', () => choose({ [field.dataset.filter]: field.value || undefined }));
  }
  one('clear').addEventListener('click', () => {
    choose(cleared());
    one('count').focus();
  });
  document.querySelector('#nothing .clear').addEventListener('click', () => {
    choose(cleared());
    one('count').focus();
  });

  for (const button of heads) {
    button.disabled = false;
    button.addEventListener('click', () => {
      choose({ sort: nextOrder(chosen.sort, button.dataset.sort) });
    });
  }

  function turn(step) {
    choose({ at: chosen.at + step });
    one('listing-title').focus();
  }
  one('previous').addEventListener('click', () => turn(-ROWS));
  one('next').addEventListener('click', () => turn(ROWS));

  document.addEventListener('click', (event) => {
    const link = event.target.closest('a.bar, a.value');
    // A click that opens another window is the browser's.
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const wanted = asked(link);
    const letGo = isChosen(link);
    choose(letGo ? Object.fromEntries(Object.keys(wanted).map((column) => [column, undefined])) : wanted);
  });

  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest('input, select, textarea')) return;
    event.preventDefault();
    one('search').focus();
    one('search').select();
  });

  window.addEventListener('hashchange', () => {
    const state = askedBy(location.hash);
    if (!state || addressOf(state) === addressOf(chosen)) return;
    chosen = state;
    show();
  });

  // On paper stand all rows that fit, as many as a reader may want on paper.
  window.addEventListener('beforeprint', () => {
    showRows(0, PRINTED);
    if (fitting.length > PRINTED) one('asked').append(` (the first ${grouped(PRINTED)} rows)`);
  });
  window.addEventListener('afterprint', () => {
    showRows(chosen.at, ROWS);
    showChips();
  });

  document.documentElement.classList.add('with-script');
  chosen = askedBy(location.hash) || nothing();
  // The page's own first rows and numbers stand as they are where nothing is asked.
  if (addressOf(chosen)) {
    show();
  } else {
    showWindow();
    remember();
  }
})();
