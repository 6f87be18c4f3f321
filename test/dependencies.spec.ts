import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRecord, recordAt, textAt } from '@cnv-ai/engine/kubernetes';
import { satisfies } from 'semver';

const lock: unknown = JSON.parse(readFileSync(join(__dirname, '../package-lock.json'), 'utf8'));
const packages = Object.entries(recordAt(lock, 'packages')).filter(
  (entry): entry is [string, Record<string, unknown>] =>
    isRecord(entry[1]) && entry[0].includes('node_modules/') && entry[1].link !== true,
);

describe('the lock file', () => {
  it('has only packages that run on Node 20', () => {
    const refusing = packages.filter(([, entry]) => {
      const range = textAt(entry, 'engines', 'node');
      return range !== undefined && !satisfies('20.19.0', range);
    });
    expect(refusing.map(([name]) => name)).toEqual([]);
  });

  it('names no registry', () => {
    expect(packages.filter(([, entry]) => entry.resolved !== undefined)).toEqual([]);
  });

  it('has a checksum for every package', () => {
    expect(packages.filter(([, entry]) => entry.integrity === undefined)).toEqual([]);
  });
});
