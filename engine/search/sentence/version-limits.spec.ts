import { interpret } from '../interpret';
import { toRecord } from '../records/record';
import { machine, NOW } from '../testing/machines';
import { vocabularyOf } from '../vocabulary';

const PREFERENCES = ['rhel.7', 'rhel.8', 'rhel.9', 'windows.11', 'windows.2k16', 'windows.2k22'];
const VOCABULARY = vocabularyOf(
  PREFERENCES.map((preference, index) =>
    toRecord(machine('shop', `box-${String(index + 8).padStart(2, '0')}`, { preference })),
  ),
);

const read = (sentence: string): string => {
  const { outcome, interpretation, clarification } = interpret(sentence, VOCABULARY, { now: NOW });
  return outcome === 'ok' ? interpretation.readable : `${outcome}: ${clarification ?? ''}`;
};

describe('versions of a system up to another', () => {
  it.each([
    ['anything below rhel 8', 'Operating system is RHEL 7'],
    ['VMs on rhel older than 9', 'Operating system is RHEL 7 or RHEL 8'],
    ['rhel >= 8', 'Operating system is RHEL 8 or RHEL 9'],
    ['rhel 8 or newer', 'Operating system is RHEL 8 or RHEL 9'],
    ['rhel 8 or older', 'Operating system is RHEL 7 or RHEL 8'],
    ['os version: rhel 9', 'Operating system is RHEL 9'],
    ['os version windows 2016', 'Operating system is Windows 2016'],
    ['windows older than 2019', 'Operating system is Windows 2016'],
    [
      'RHEL machines older than version 9',
      'Operating system is RHEL, Operating system is RHEL 7 or RHEL 8',
    ],
    ['windows VMs still on 2016', 'Operating system is Windows, Operating system is Windows 2016'],
    [
      'windows VMs created on 2026-11-03',
      'Operating system is Windows, Created between 2026-11-03 UTC and 2026-11-04 UTC',
    ],
    ['all rhel versions except 7', 'Operating system is RHEL, Operating system is not RHEL 7'],
    [
      'every version of windows except 2016 and 2022',
      'Operating system is Windows, Operating system is not Windows 2016 or Windows 2022',
    ],
  ])('%s', (sentence, readable) => expect(read(sentence)).toBe(readable));

  it('asks where no machine has such a version', () => {
    expect(read('older than rhel 7')).toMatch(/^ambiguous: .*RHEL 7/);
  });

  it('leaves ages of machines alone', () => {
    expect(read('windows older than 9 days')).toMatch(/Created before/);
  });
});

describe('names from one to another, and beside each other', () => {
  it.each([
    ['box-09 to box-11', 'Name is box-09 or box-10 or box-11'],
    ['VMs box-12 through box-13', 'Name is box-12 or box-13'],
    ['box-08 box-09', 'Name is box-08 or box-09'],
    [
      'everything except box-08 to box-12',
      'Name is not box-08 or box-09 or box-10 or box-11 or box-12',
    ],
  ])('%s', (sentence, readable) => expect(read(sentence)).toBe(readable));

  it('asks where the two are no range', () => {
    expect(read('box-11 to box-09')).toMatch(/^not_understood/);
  });
});
