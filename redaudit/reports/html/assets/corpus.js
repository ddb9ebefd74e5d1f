// The documents of the overview: what each states, in which order they stand, which of them fit, what these come to.
const corpus = (() => {
  'use strict';

  // What can be chosen, by its name in the address. The first are fields of the page; the others come from the charts.
  const FIELDS = ['status', 'change', 'exemption', 'severity', 'agency', 'year'];
  const CHARTED = ['from', 'to', 'rule', 'share', 'overdue'];
  const COLUMNS = [...FIELDS, ...CHARTED];

  const { words, levels, statuses, severities, silent, overdueAtAll, common, rows } = JSON.parse(document.getElementById('entries').textContent);

  // --- The documents ---------------------------------------------------------------------------------------------------

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

  // What a step of the years overdue states: itself, and that the document was overdue at all.
  const late = words.map((word) => [word, overdueAtAll]);

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
        from: stated(original), to: stated(release), share: stated(shareStep), overdue: overdue === null ? SILENT : late[overdueStep],
        rule: [...new Set(findings.map((found) => found.rule))],
      },
    };
  }

  const documents = rows.map(documentOf);

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

  // --- Order -----------------------------------------------------------------------------------------------------------

  const rank = new Map(levels.map((level, index) => [level, levels.length - index]));
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
    release_status: [(entry) => (entry.status === 'none' ? null : statuses.indexOf(entry.status)), bySize],
    release_date: [(entry) => entry.released || null, bySize],
    years_overdue: [(entry) => entry.overdue, bySize],
    original_date: [(entry) => entry.dated || null, bySize],
    exemptions: [(entry) => entry.codes.join(' ') || null, byWords],
    redactions: [(entry) => entry.redactions, bySize],
    redacted_share: [(entry) => entry.share, bySize],
    findings: [(entry) => (entry.findings.length ? weight(entry) : null), byWeight],
    pages: [(entry) => entry.pages, bySize],
  };
  // Of numbers one wants the most first; words and dates begin at their beginning.
  const MOST_FIRST = new Set(['years_overdue', 'redactions', 'redacted_share', 'findings', 'pages']);

  // The order that comes after one when a column is asked for: its first, the other, and as the documents came.
  function nextOrder(sort, column) {
    const both = MOST_FIRST.has(column) ? [`-${column}`, column] : [column, `-${column}`];
    return [...both, ''][both.indexOf(sort) + 1];
  }

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

  // --- Filtering and counting ------------------------------------------------------------------------------------------

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

  const isOrder = (sort) => Object.hasOwn(keys, sort.replace(/^-/, ''));

  return { FIELDS, CHARTED, COLUMNS, severities, silent, common, documents, weight, isOrder, nextOrder, filtered };
})();
