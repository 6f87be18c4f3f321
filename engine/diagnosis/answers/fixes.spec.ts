import { objectReader } from '../../kubernetes';
import { condition, NOW, vm, vmi } from '../testing/factories';
import { fixesText, suggestFixes, type DryRunAnswer, type PatchAction } from './fixes';

const REQUEST = { namespace: 'ns', vmName: 'web' };
const world = [
  vm({
    spec: { instancetype: { kind: 'VirtualMachineInstancetype', name: 'gone' } },
    status: {
      printableStatus: 'Stopped',
      conditions: [
        condition(
          'Failure',
          'True',
          'FailedFindInstancetype',
          'virtualmachineinstancetypes.instancetype.kubevirt.io "gone" not found',
        ),
      ],
    },
  }),
  {
    apiVersion: 'instancetype.kubevirt.io/v1beta1',
    kind: 'VirtualMachineInstancetype',
    metadata: { name: 'gone2', namespace: 'ns' },
  },
];
const reader = objectReader(world);

describe('suggested fixes', () => {
  it.each<[DryRunAnswer, RegExp]>([
    [{ result: 'accepted' }, /would accept/],
    [{ result: 'refused', message: 'no room' }, /would refuse this patch: no room/],
    [{ result: 'forbidden' }, /may not make this change/],
    [{ result: 'unavailable' }, /did not say/],
  ])('say what came of trying their patch: %j', async (answer, expected) => {
    const tried: PatchAction[] = [];
    const dryRun = (action: PatchAction) => {
      tried.push(action);
      return Promise.resolve(answer);
    };
    const found = await suggestFixes(reader, REQUEST, NOW, { dryRun });
    const patches = found.fixes.filter(({ action }) => action?.verb === 'patch');
    expect(patches.length).toBeGreaterThan(0);
    expect(tried).toEqual(patches.map(({ action }) => action));
    for (const fix of patches) {
      expect(fix.rootCauseId).toBe('instancetype-not-found');
      expect(fix.dryRun?.result).toBe(answer.result);
      expect(fix.dryRun?.message).toMatch(expected);
    }
    expect(fixesText(found)).toMatch(expected);
  });

  it('are those of one cause when it is named', async () => {
    const other = await suggestFixes(reader, { ...REQUEST, rootCauseId: 'pvc-lost' }, NOW);
    expect(other).toMatchObject({ outcome: 'ok', fixes: [] });
    expect(other.summary).toContain('"pvc-lost"');
  });

  it('are none for a VM that is not there', async () => {
    const found = await suggestFixes(objectReader([vmi()]), REQUEST, NOW);
    expect(found.outcome).toBe('not_found');
    expect(fixesText(found)).toMatch(/^not_found: /);
  });
});
