// A document of the overview as a row of its table, and the way numbers are written there.
const listing = (() => {
  'use strict';

  const SVG = 'http://www.w3.org/2000/svg';
  const { severities, common, weight } = corpus;
  const MEDIUM = severities.indexOf('medium');
  const all = (selector) => [...document.querySelectorAll(selector)];

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

  const titles = Object.fromEntries(all('#documents thead button').map((button) => [
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
    const folder = entry.folder.slice(common.length);
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
    return element('tr', '', nameCell(entry), cell('original_classification', entry.original), release,
      cell('classification_change', entry.change === 'none' ? '' : entry.change),
      cell('release_status', labels.get(entry.status)), cell('release_date', entry.released),
      cell('years_overdue', entry.overdue === null ? '' : entry.overdue.toFixed(1)),
      cell('original_date', entry.dated), codes, cell('redactions', String(entry.redactions)), share, findings,
      cell('pages', String(entry.pages)));
  }

  return { grouped, inNumber, tenths, element, rowOf };
})();
