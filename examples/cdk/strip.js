// Copies a file of the assembly without what changes from machine to machine: strip.js FROM TO.
const { readFileSync, writeFileSync } = require('node:fs');
const { resolve } = require('node:path');

const [from, to] = process.argv.slice(2);
const repository = resolve(__dirname, '..', '..');
const document = JSON.parse(readFileSync(from, 'utf8').replaceAll(repository, '/repository'));
// The report on feature flags is long and says nothing of the app.
delete document.artifacts?.['aws-cdk-lib/feature-flag-report'];
writeFileSync(to, `${JSON.stringify(document, null, 1)}\n`);
