import { run, vm } from '../../testing/factories';
import { memoryDumpFailed } from './memory-dump-failed';

const dump = (phase: string) =>
  vm({ status: { memoryDumpRequest: { claimName: 'dump', phase, message: 'no space left' } } });

describe('memory-dump-failed', () => {
  it.each([
    ['the status says so', dump('Failed'), {}, 'certain'],
    [
      'virt-api refused it',
      vm(),
      { error: 'pvc size [1Gi] should be bigger then [5Gi]' },
      'likely',
    ],
  ])('%s', (_, machine, request, confidence) => {
    expect(run(memoryDumpFailed, { vm: machine }, request)).toMatchObject([
      { severity: 'warning', confidence },
    ]);
  });
  it.each([
    ['it completed', dump('Completed')],
    ['it goes on', dump('InProgress')],
    ['none was asked for', vm()],
  ])('is silent when %s', (_, machine) =>
    expect(run(memoryDumpFailed, { vm: machine })).toEqual([]),
  );
});
