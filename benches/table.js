/** The table that `make bench` ends with. */

/** A figure beside its goal; `most` and `least` say what it may be, and without either it is only told. */
export function row(what, figure, { most, least, unit = '×' } = {}) {
  const goal = most !== undefined ? `at most ${most} ${unit}` : least !== undefined ? `at least ${least} ${unit}` : '';
  const isMissed = figure > (most ?? Infinity) || figure < (least ?? -Infinity) || Number.isNaN(figure);
  const verdict = goal === '' ? '' : isMissed ? 'missed' : 'reached';
  return [what, goal, `${figure.toFixed(2)} ${unit}`, verdict];
}

/** What could not be measured, and why. */
export function skipped(what, reason) {
  return [what, '', 'skipped', reason];
}

/** Rows under a heading, in columns. */
export function printed(rows) {
  const all = [['What', 'Goal', 'Figure', ''], ...rows];
  const widths = [0, 1, 2].map((column) => Math.max(...all.map((cells) => cells[column].length)));
  const line = (cells) => cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd();
  return `\n${all.map(line).join('\n')}\n`;
}
