import { makeDiagnosis, makeRootCause } from '../../../../testing/factories';
import type { Diagnosed } from './diagnose-all';
import { groupByCause } from './groups';

const done = (name: string, overrides: Parameters<typeof makeDiagnosis>[0]): Diagnosed => ({
  machine: { namespace: 'demo', name },
  diagnosis: makeDiagnosis(overrides),
});
const latent = makeRootCause({ id: 'guest-agent-missing', severity: 'warning' });

it('puts machines with one cause together, the worst and then the most frequent first', () => {
  const healthy = { verdict: 'healthy', rootCauses: [] } as const;
  const groups = groupByCause([
    done('fine', { ...healthy, rootCauses: [] }),
    done('a', { rootCauses: [latent] }),
    done('b', { rootCauses: [makeRootCause(), latent] }),
    { machine: { namespace: 'demo', name: 'lost' }, reason: 'timeout' },
  ]);
  expect(groups.map(({ key, machines }) => [key, machines.map(({ name }) => name)])).toEqual([
    ['cause unschedulable-node-selector', ['b']],
    ['cause guest-agent-missing', ['a', 'b']],
    ['verdict healthy', ['fine']],
    ['verdict unavailable', ['lost']],
  ]);
});
