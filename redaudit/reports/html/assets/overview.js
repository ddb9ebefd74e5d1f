// The overview: search, filters, sorting, charts that filter, and the rows, a hundred at a time.
// What is chosen stands in the page's address, so that Back works and a view can be linked.
(() => {
  'use strict';

  const ROWS = 100;
  const PRINTED = 5000;
  const SVG = 'http://www.w3.org/2000/svg';
  // What can be chosen, by its name in the address. The first are fields of the page; the others come from the charts.
  const FIELDS = ['status', 'change', 'exemption', 'severity', 'agency', 'year'];
  const CHARTED = ['from', 'to', 'rule', 'share', 'overdue'];
  const COLUMNS = [...FIELDS, ...CHARTED];

  const held = JSON.parse(document.getElementById('entries').textContent);
  const { words, severities, silent } = held;
  const MEDIUM = severities.indexOf('medium');
  const one = (id) => document.getElementById(id);
  const all = (selector) => [...document.querySelectorAll(selector)];

  // --- The documents -------------------------------------------------------------------------------------------

  // An array of one word, the same for all documents that state it.
  const alone = words.map((word) => [word]);
  const stated = (number) => (words[number] ? alone[number] : SILENT);
  const SILENT = [silent];
  const years = new Map();

  function yearOf(date) {
    const year = date.slice(0, 4);
    if (!year) return SILENT;
    if (!years.has(year)) years.set(year, [year]);
    return years.get(year);
  }

  // Takes an array apart; its order is that of listing.py.
  function documentOf(row, index) {
    const [folder, name, page, number, reference, subject, agency, original, release, withheld, change, status,
      released, dated, codes, redactions, share, pages, overdue, raised, shareStep, overdueStep] = row;
    const findings = [];
    for (let at = 0; at < raised.length; at += 3) {
      findings.push({ rule: words[raised[at]], severity: raised[at + 1], count: raised[at + 2] });
    }
    return {
      index, name, page, number, reference, subject, released, dated, redactions, share, pages, overdue, findings,
      folder: words[folder], agency: words[agency], original: words[original], release: words[release],
      withheld: words[withheld], change: words[change], status: words[status],
      codes: codes.map((code) => words[code]),
      // By column of a filter: every value that the document states.
      values: {
        status: stated(status), change: stated(change), agency: stated(agency), year: yearOf(released),
        exemption: codes.length ? codes.map((code) => words[code]) : SILENT,
        severity: findings.length ? [...new Set(findings.map((found) => severities[found.severity]))] : SILENT,
        from: stated(original), to: stated(release), share: stated(shareStep), overdue: stated(overdueStep),
        rule: [...new Set(findings.map((found) => found.rule))],
      },
    };
  }

  const documents = held.rows.map(documentOf);
  delete held.rows;

  // Letters without their accents, in lower case, so that `Zürich` is found by `zurich`.
  const plain = (text) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

  // What is searched of a document; made when it is first searched.
  function searched(entry) {
    if (entry.text === undefined) {
      entry.text = plain([
        entry.folder + entry.name, entry.number, entry.reference, entry.subject, entry.released, entry.dated,
        entry.agency, entry.original, entry.release, ...entry.codes, ...entry.values.rule,
      ].join('\n'));
    }
    return entry.text;
  }

  // --- What is chosen, and the address -------------------------------------------------------------------------

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
    if (Object.hasOwn(keys, (pairs.get('sort') || '').replace(/^-/, ''))) state.sort = pairs.get('sort');
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

  // --- Order ---------------------------------------------------------------------------------------------------

  const rank = new Map(held.levels.map((level, index) => [level, held.levels.length - index]));
  const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
  const byWords = (first, second) => collator.compare(first, second);
  const bySize = (first, second) => (first < second ? -1 : Number(first > second));

  // How many findings a document has of each severity, the highest first.
  function weight(entry) {
    const counts = severities.map(() => 0);
    for (const found of entry.findings) counts[severities.length - 1 - found.severity] += found.count;
    return counts;
  }

  function byWeight(first, second) {
    const at = first.findIndex((count, index) => count !== second[index]);
    return at < 0 ? 0 : first[at] - second[at];
  }

  // By column: the key of a document, null where it states none, and how keys compare.
  const keys = {
    document: [(entry) => `${entry.name}\n${entry.folder}`, byWords],
    original_classification: [(entry) => rank.get(entry.original) ?? null, bySize],
    release_classification: [(entry) => rank.get(entry.release) ?? null, bySize],
    classification_change: [(entry) => (entry.change === 'none' ? null : entry.change || null), bySize],
    release_status: [(entry) => (entry.status === 'none' ? null : held.statuses.indexOf(entry.status)), bySize],
    release_date: [(entry) => entry.released || null, bySize],
    original_date: [(entry) => entry.dated || null, bySize],
    exemptions: [(entry) => entry.codes.join(' ') || null, byWords],
    redactions: [(entry) => entry.redactions, bySize],
    redacted_share: [(entry) => entry.share, bySize],
    findings: [(entry) => (entry.findings.length ? weight(entry) : null), byWeight],
    pages: [(entry) => entry.pages, bySize],
  };
  const orders = new Map([['', documents]]);

  // All documents in an order; those without a key stand last both ways, equals as they came.
  function ordered(sort) {
    if (!orders.has(sort)) {
      const [key, compare] = keys[sort.replace(/^-/, '')];
      const sign = sort.startsWith('-') ? -1 : 1;
      const keyed = documents.map((entry) => ({ entry, key: key(entry) }));
      keyed.sort((first, second) => (
        first.key === null || second.key === null
          ? Number(first.key === null) - Number(second.key === null)
          : sign * compare(first.key, second.key)) || first.entry.index - second.entry.index);
      orders.set(sort, keyed.map(({ entry }) => entry));
    }
    return orders.get(sort);
  }

  // --- Filtering and counting ----------------------------------------------------------------------------------

  const more = (counts, value, count) => counts.set(value, (counts.get(value) || 0) + count);

  function emptyCounts() {
    const counts = Object.fromEntries(COLUMNS.map((column) => [column, new Map()]));
    return { ...counts, class: new Map(), found: new Map(), severities: severities.map(() => 0),
      documents: 0, pages: 0, redactions: 0, measured: 0, thousandths: 0 };
  }

  function count(counts, entry) {
    for (const column of COLUMNS) for (const value of entry.values[column]) more(counts[column], value, 1);
    more(counts.class, `${entry.values.from[0]}>${entry.values.to[0]}`, 1);
    for (const found of entry.findings) {
      more(counts.found, found.rule, found.count);
      counts.severities[found.severity] += found.count;
    }
    counts.documents += 1;
    counts.pages += entry.pages;
    counts.redactions += entry.redactions;
    counts.measured += Number(entry.share !== null);
    counts.thousandths += entry.share || 0;
  }

  // The documents that fit, in their order, what they come to, and how many each field could still choose.
  function filtered(state) {
    const wanted = plain(state.q).split(/\s+/).filter(Boolean);
    const active = COLUMNS.filter((column) => state[column]);
    const shown = emptyCounts();
    const offered = Object.fromEntries(FIELDS.map((column) => [column, new Map()]));
    const fitting = [];
    for (const entry of ordered(state.sort)) {
      if (!wanted.every((word) => searched(entry).includes(word))) continue;
      const failed = active.filter((column) => !entry.values[column].includes(state[column]));
      if (failed.length === 0) {
        fitting.push(entry);
        count(shown, entry);
      }
      // What another choice in a field would give: all that fits but for this field.
      if (failed.length > 1) continue;
      for (const column of failed.length ? failed : FIELDS) {
        if (offered[column]) for (const value of entry.values[column]) more(offered[column], value, 1);
      }
    }
    return { fitting, shown, offered };
  }

  // --- Writing -------------------------------------------------------------------------------------------------

  const grouped = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, ',');
  const inNumber = (number, noun) => `${grouped(number)} ${noun}${number === 1 ? '' : 's'}`;
  const tenths = (thousandths) => `${Math.floor(thousandths / 10)}.${thousandths % 10}`;
  const labels = new Map(all('select[data-filter="status"] option[data-label]')
    .map((option) => [option.value, option.dataset.label]));

  // A row is shown as a card where the screen is narrow, and is a row to those who hear it all the same.
  const ROLES = { tr: 'row', th: 'rowheader', td: 'cell' };

  function element(name, className, ...children) {
    const made = document.createElement(name);
    if (ROLES[name]) made.setAttribute('role', ROLES[name]);
    if (className) made.className = className;
    made.append(...children);
    return made;
  }

  const turned = (text) => element('bdi', '', text);

  function drawn(name, attributes, ...children) {
    const made = document.createElementNS(SVG, name);
    for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
    made.append(...children);
    return made;
  }

  function shareBar(share) {
    return drawn('svg', { class: 'share', viewBox: '0 0 1000 60', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
      drawn('rect', { class: 'all', width: 1000, height: 60 }),
      drawn('rect', { class: 'shown', width: share, height: 60 }));
  }

  const heads = all('#documents thead th').map((head) => head.querySelector('button'));
  const titles = Object.fromEntries(heads.map((button) => [
    button.dataset.sort, button.textContent]));

  function cell(column, ...children) {
    const made = element('td', `c-${column}`, ...children);
    made.dataset.label = titles[column];
    return made;
  }

  function nameCell(entry) {
    const link = element('a', '', turned(entry.name));
    link.href = entry.page;
    const made = element('th', 'c-document', link);
    made.scope = 'row';
    const folder = entry.folder.slice(held.common.length);
    if (folder) made.append(' ', element('span', 'folder', turned(folder)));
    if (entry.number) made.append(' ', element('span', 'number', turned(entry.number)));
    if (entry.reference) made.append(' ', element('span', 'number', turned(entry.reference)));
    if (entry.agency) made.append(' ', element('span', 'agency', entry.agency));
    if (entry.subject) made.append(' ', element('span', 'subject', turned(entry.subject)));
    return made;
  }

  // The same row as in row.html.
  function rowOf(entry) {
    const release = cell('release_classification', entry.release);
    if (entry.withheld) release.append(' ', element('span', 'withheld', `part stays ${entry.withheld}`));
    const codes = cell('exemptions');
    for (const code of entry.codes) codes.append(element('span', 'code', code), ' ');
    const share = cell('redacted_share');
    if (entry.share !== null) share.append(`${tenths(entry.share)} %`, shareBar(entry.share));
    const findings = cell('findings');
    weight(entry).forEach((number, index) => {
      const severity = severities[severities.length - 1 - index];
      if (number) findings.append(element('span', `severity ${severity}`, `${number} ${severity}`), ' ');
    });
    const grave = new Set(entry.findings.filter((found) => found.severity >= MEDIUM).map((found) => found.rule));
    if (grave.size) findings.append(element('span', 'rules', [...grave].join(', ')));
    const released = cell('release_date', entry.released);
    if (entry.overdue !== null) released.append(' ', element('span', 'overdue', `${entry.overdue.toFixed(1)} years overdue`));
    return element('tr', '', nameCell(entry), cell('original_classification', entry.original), release,
      cell('classification_change', entry.change === 'none' ? '' : entry.change),
      cell('release_status', labels.get(entry.status)), released,
      cell('original_date', entry.dated), codes, cell('redactions', String(entry.redactions)), share, findings,
      cell('pages', String(entry.pages)));
  }

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

  // What the charts chose, each with a button that lets it go.
  function showChips() {
    one('chips').replaceChildren(...CHARTED.filter((column) => chosen[column]).map((column) => {
      const value = chosen[column] === silent ? 'not stated' : chosen[column];
      const chip = element('button', 'chip', `${CHIPS[column]}: ${value} `, element('span', '', '×'));
      chip.type = 'button';
      chip.setAttribute('aria-label', `Let go of ${CHIPS[column]}: ${value}`);
      chip.addEventListener('click', () => {
        choose({ [column]: undefined });
        one('count').focus();
      });
      return chip;
    }));
    // On paper the fields are not shown: there the choices stand in words.
    const asked = COLUMNS.filter((column) => chosen[column]).map((column) => `${CHIPS[column] || column}: ${chosen[column]}`);
    one('asked').textContent = [...(chosen.q ? [`search: ${chosen.q}`] : []), ...asked].join('; ');
  }

  // --- Totals and charts ---------------------------------------------------------------------------------------

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
  }

  // --- Deeds ---------------------------------------------------------------------------------------------------

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
      const { sort } = button.dataset;
      // Up, down, and as they came.
      choose({ sort: chosen.sort === sort ? `-${sort}` : chosen.sort === `-${sort}` ? '' : sort });
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
  if (addressOf(chosen)) show();
  else showWindow();
})();
