/** The gallery of templates: found, chosen, and left again. */

import assert from 'node:assert/strict';
import { EditorPage } from './editor-page.js';
import { pageTest } from './visit.js';

const TRUST = 'AWS Batch service role, trust policy';

pageTest('opens a trust policy as one, with the quota and the tab that go with it', async (visit) => {
  const editor = await EditorPage.withTemplate(visit, TRUST);
  assert.equal(await editor.page.getByLabel('Kind of policy').locator('option:checked').innerText(), 'Trust policy');
  assert.match(await editor.policy.innerText(), /2,048/);
  assert.equal(await editor.page.getByRole('meter', { name: 'Size' }).getAttribute('max'), '2048');
  await editor.field('Account ID').fill('210987654321');
  await editor.field('Region').fill('eu-central-1');
  await editor.button('Copy policy').click();
  assert.match(await editor.steps.innerText(), /Trust relationships/);
  const link = editor.steps.getByRole('link');
  assert.match(await link.getAttribute('href'), /^https:\/\/.*console\.aws\.amazon\.com\/iam/);
  assert.match(await link.getAttribute('rel'), /noopener/);
  await visit.screenshot('5 trust policy');
});

pageTest('finds templates by what they are for, and says when it finds none', async (visit) => {
  const editor = new EditorPage(visit);
  await visit.open();
  const search = editor.page.getByRole('searchbox', { name: 'Search templates' });
  await search.fill('genomics bucket');
  await editor.template(/Genomics.*bucket/i).first().waitFor();
  assert.equal(await editor.template(TRUST).count(), 0);
  await visit.screenshot('gallery search');
  await search.fill('no such thing anywhere');
  await editor.page.getByText(/no template/i).first().waitFor();
});

pageTest('shows what was published before what we tightened', async (visit) => {
  const editor = new EditorPage(visit);
  await visit.open();
  const titles = await editor.page.getByRole('button', { name: /^Batchly onboarding/ }).allInnerTexts();
  assert.equal(titles.length, 2);
  assert.match(titles[0], /as published/i);
  assert.match(titles[1], /tightened by us/i);
});

pageTest('leads back to the gallery and to the same policy again', async (visit) => {
  const editor = await EditorPage.withTemplate(visit, TRUST);
  await editor.field('Account ID').fill('210987654321');
  await editor.button('All templates').click();
  await editor.page.getByRole('searchbox', { name: 'Search templates' }).waitFor();
  await editor.page.getByRole('button', { name: /back to/i }).click();
  assert.equal(await editor.field('Account ID').inputValue(), '210987654321');
});
