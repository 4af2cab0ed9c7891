/**
 * One test, one fresh browser profile with one page, everything it does recorded.
 *
 * A test fails when the page broke its content security policy, wrote an error to the console, threw,
 * or asked another host, unless the test itself expected that and took it from the record.
 */

import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { chromium } from 'playwright-core';

const OUTPUT = path.resolve(import.meta.dirname, '../../.test-output');
const PATIENCE_MILLISECONDS = 10_000;
const { SITE_ADDRESS, BROWSER_ADDRESS } = process.env;

let browser;

before(async () => {
  assert.ok(BROWSER_ADDRESS, 'start browser tests with `node tests/browser/run.js [FILE...]`');
  browser = await chromium.connect(BROWSER_ADDRESS);
});

after(() => browser?.close());

/**
 * Declares a test with a page of its own.
 *
 * @param {string} name
 * @param {object} [context] Playwright's options for the profile: `viewport`, `colorScheme`, `permissions`, …
 * @param {(visit: Visit) => Promise<void>} body
 */
export function pageTest(name, context, body = context) {
  test(name, async () => {
    const visit = await Visit.begin(body === context ? {} : context);
    try {
      await body(visit);
      await visit.assertClean();
    } catch (error) {
      await visit.screenshot(`failed ${name}`).catch(() => {});
      throw error;
    } finally {
      await visit.end();
    }
  });
}

/** A page and the record of what it did: `violations`, `consoleErrors`, `pageErrors`, `requests`. */
export class Visit {
  violations = [];
  consoleErrors = [];
  pageErrors = [];
  /** Every request in order, `{ url, type }`. */
  requests = [];

  static async begin(options) {
    const visit = new Visit();
    visit.context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
    visit.context.setDefaultTimeout(PATIENCE_MILLISECONDS);
    visit.page = await visit.context.newPage();
    await visit.#record();
    return visit;
  }

  /** Where the page under test is. */
  get address() {
    return SITE_ADDRESS;
  }

  /** Opens the page and waits until it has reached a state of `<html data-page>`. */
  async open({ until = 'sealed' } = {}) {
    await this.page.goto(this.address);
    await this.reaches(until);
  }

  /** Waits until the boot script says how far the page has come: `mounted`, `sealed`, `failed` or `stopped`. */
  async reaches(state) {
    await this.page.locator(`html[data-page="${state}"]`).waitFor({ state: 'attached' });
  }

  /** Takes out of the record, and returns, what the test expected: `const [violation] = await visit.take('violations')`. */
  async take(record) {
    await this.#settle();
    return this[record].splice(0);
  }

  /** Fails unless the page kept to its policy, threw nothing, and asked for nothing outside its own folder. */
  async assertClean() {
    await this.#settle();
    assert.deepEqual(this.violations, [], 'the page broke its content security policy');
    assert.deepEqual(this.pageErrors, [], 'the page threw');
    assert.deepEqual(this.consoleErrors, [], 'the page wrote errors to the console');
    const elsewhere = this.requests.filter(({ url }) => !url.startsWith(this.address) && !url.startsWith('blob:'));
    assert.deepEqual(elsewhere, [], 'the page asked for something outside its own folder');
  }

  /** Writes `.test-output/NAME.png`, of the whole page with `{ fullPage: true }`. */
  async screenshot(name, options = {}) {
    mkdirSync(OUTPUT, { recursive: true });
    const file = `${name.replaceAll(/[^\w-]+/g, '-')}.png`;
    await this.page.screenshot({ path: path.join(OUTPUT, file), ...options });
  }

  async end() {
    await this.context.close();
  }

  /** Waits for events that the browser has still to report; it reports them in order, before it answers. */
  async #settle() {
    await pause(50);
    await this.page.evaluate(() => {});
  }

  async #record() {
    const { page } = this;
    page.on('request', (request) => this.requests.push({ url: request.url(), type: request.resourceType() }));
    page.on('pageerror', (error) => this.pageErrors.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') this.consoleErrors.push(message.text());
    });
    await page.exposeBinding('reportViolation', (_source, violation) => this.violations.push(violation));
    await page.addInitScript(() => {
      addEventListener('securitypolicyviolation', (event) => {
        const { effectiveDirective, blockedURI, sourceFile, sample } = event;
        window.reportViolation({ effectiveDirective, blockedURI, sourceFile, sample });
      }, { capture: true });
    });
  }
}
