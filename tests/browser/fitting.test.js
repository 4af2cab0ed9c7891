/** A policy that is too large for its place is made to fit, and the same policy is laid out in another way. */

import assert from 'node:assert/strict';
import { assertAccessible } from './accessibility.js';
import { EditorPage } from './editor-page.js';
import { pageTest } from './visit.js';

const STATEMENTS = Array.from({ length: 30 }, (_, number) => ({
  Sid: `Nr${number}`,
  Effect: 'Allow',
  Principal: { Service: 'batch.amazonaws.com' },
  Action: 'sts:AssumeRole',
}));
const TOO_LARGE = JSON.stringify({ Version: '2012-10-17', Statement: STATEMENTS }, null, 2);
const NAMED = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ ...STATEMENTS[0], Sid: 'N'.repeat(2100) }],
});

const WINDOWS = [[1280, 'light'], [1280, 'dark'], [360, 'light'], [360, 'dark']]
  .map(([width, colorScheme]) => ({ viewport: { width, height: 800 }, colorScheme }));

for (const context of WINDOWS) {
  const named = `${context.viewport.width} ${context.colorScheme}`;
  pageTest(`makes a policy fit and says how, ${named}`, context, async (visit) => {
    const editor = await EditorPage.withPasted(visit, TOO_LARGE);
    await editor.verdict.filter({ hasText: 'larger than the default quota' }).waitFor();
    await editor.button('Make it fit').press('Enter');
    await editor.fitting.getByText(/^It fits now: /).scrollIntoViewIfNeeded();
    await visit.screenshot(`made to fit ${named}`);
    await assertAccessible(visit);
    const overflow = await visit.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(overflow <= 0, `the page scrolls sideways by ${overflow} px`);
    assert.ok(JSON.parse(await editor.displayedText()).Statement.length < STATEMENTS.length);
    await editor.button('Undo all of this').click();
    assert.equal(await editor.displayedText(), TOO_LARGE);
    assert.equal(await editor.fitting.getByText(/^It fits now: /).count(), 0);
  });
}

pageTest('leaves out names of statements only when asked to', async (visit) => {
  const editor = await EditorPage.withPasted(visit, NAMED);
  await editor.button('Make it fit').click();
  await editor.fitting.getByText(/^Nothing can be left out without changing what it permits/).waitFor();
  await editor.button('Leave out the names of statements too').click();
  await editor.fitting.getByText(/^It fits now: /).waitFor();
  assert.equal(JSON.parse(await editor.displayedText()).Statement[0].Sid, undefined);
});

pageTest('lays a policy out and puts it on one line, in the order it has', async (visit) => {
  const text = '{"Statement": [], "Version": "2012-10-17"}';
  const editor = await EditorPage.withPasted(visit, text);
  await editor.button('Format').click();
  assert.equal(await editor.displayedText(), '{\n    "Statement": [],\n    "Version": "2012-10-17"\n}');
  await editor.button('Minify').click();
  assert.equal(await editor.displayedText(), '{"Statement":[],"Version":"2012-10-17"}');
});
