// Opens an HTML report in Chromium: what it shows, how it filters, and that nothing in it acts or loads anything.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";

const [page, json, folder] = process.argv.slice(2);
const report = JSON.parse(await readFile(json, "utf8"));
const findings = report.templates
  .flatMap((template) => template.findings)
  .filter(({ compliance }) => ["NON_COMPLIANT", "INSUFFICIENT_DATA"].includes(compliance));
const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM,
  args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
});
try {
  const tab = await browser.newPage();
  const requests = [];
  const troubles = [];
  tab.on("request", (request) => requests.push(request.url()));
  tab.on("console", (message) => troubles.push(message.text()));
  tab.on("pageerror", (error) => troubles.push(String(error)));
  tab.on("dialog", async (dialog) => {
    troubles.push(`a dialog: ${dialog.message()}`);
    await dialog.dismiss();
  });
  const address = pathToFileURL(page).href;
  await tab.goto(address);

  const shown = () => tab.$$eval("article:not([hidden])", (articles) => articles.map((article) => article.dataset.kind));
  const all = await shown();
  assert.ok(findings.length > 0);
  assert.ok(all.length >= findings.length, `${all.length} of ${findings.length} findings are shown`);
  assert.match(await tab.$eval("h1", (title) => title.textContent), new RegExp(report.verdict));

  // A word leaves those with it; a box that isn't ticked takes its kind away.
  await tab.type("[name=words]", "orders");
  const texts = await tab.$$eval("article:not([hidden])", (articles) => articles.map((article) => article.textContent.toLowerCase()));
  assert.ok(texts.length > 0 && texts.length < all.length);
  assert.ok(texts.every((text) => text.includes("orders")));
  await tab.$eval("form", (form) => form.reset());
  const kind = await tab.$eval("[name=kind]", (box) => (box.click(), box.value));
  assert.equal((await shown()).length, all.filter((each) => each !== kind).length);
  assert.equal(await tab.$eval("output", (output) => output.value), `${(await shown()).length} of ${all.length} shown`);
  await tab.click("[name=kind]");

  // Readable by day and by night, on a telephone and on paper.
  for (const scheme of ["light", "dark"]) {
    await tab.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
    const [ink, paper] = await tab.evaluate(() => {
      const light = (colour) => {
        const [red, green, blue] = colour.match(/[\d.]+/g).map(Number);
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
      };
      const style = getComputedStyle(document.body);
      return [light(style.color), light(style.backgroundColor)];
    });
    assert.ok(Math.abs(ink - paper) > 120, `${scheme}: ink ${ink}, paper ${paper}`);
    assert.equal(paper > ink, scheme === "light", scheme);
    await tab.screenshot({ path: `${folder}/${scheme}.png` });
  }
  await tab.setViewport({ width: 390, height: 844 });
  assert.ok(await tab.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "wider than a telephone");

  // Nothing of a template has done anything.
  assert.equal(await tab.evaluate(() => window.owned), undefined);
  assert.equal(await tab.$$eval("script, style", (elements) => elements.length), 2);
  assert.equal(await tab.$$eval("img, iframe, object, embed, link[href]", (elements) => elements.length), 0);
  const links = await tab.$$eval("a", (links) => links.map((link) => link.href));
  assert.ok(links.every((link) => link.startsWith("https://docs.aws.amazon.com/")), links.join(" "));
  assert.deepEqual(requests, [address], "it loaded something");
  assert.deepEqual(troubles, []);
  console.log(`${all.length} entries shown, filtered, by day and by night; nothing of the templates acted`);
} finally {
  await browser.close();
}
