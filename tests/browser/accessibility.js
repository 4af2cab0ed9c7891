/** Asks axe-core what on the page would keep somebody out. */

import assert from 'node:assert/strict';
import { AxeBuilder } from '@axe-core/playwright';

/** Fails with each broken rule and the elements that break it. */
export async function assertAccessible(visit) {
  const { violations } = await new AxeBuilder({ page: visit.page }).analyze();
  const found = violations.map(({ id, help, nodes }) => ({ id, help, elements: nodes.map(({ target }) => target.join(' ')) }));
  assert.deepEqual(found, [], 'axe-core found something');
}
