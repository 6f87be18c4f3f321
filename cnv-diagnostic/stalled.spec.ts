import { at, listAt } from '@cnv-ai/engine/kubernetes';
import { objects, users, type Script } from './testing/api-server';
import { cleanup, post, serveBefore, toolCall } from './testing/serving';
import { brokenMachine, namespace, virtualMachine } from './testing/vms';

const done = cleanup();
afterEach(done.run);

/** Lightspeed gives up after 5 s; the budget of 4 s leaves room for a busy machine. */
const PATIENCE = 5_000;

const world = [namespace('shop'), brokenMachine('shop', 'web'), virtualMachine('shop', 'db')];
const people = users({ mine: 'me' });
const VM = { namespace: 'shop', vmName: 'web' };

const CALLS: readonly (readonly [string, object])[] = [
  ['diagnose_vm_error', VM],
  ['explain_vm_status', VM],
  ['suggest_vm_fix', VM],
  ['check_vm_dependencies', VM],
  ['check_vm_storage', { namespace: 'shop' }],
  ['get_vm_timeline', VM],
  ['diagnose_vm_fleet', {}],
  ['search_vms_semantic', { hasErrors: true }],
];

const isIdentity = (path: string): boolean => path.includes('selfsubjectreviews');

/** Every tool at once: what each answered, and how long the slowest took, in milliseconds. */
const askAll = async (
  isStalled: (path: string) => boolean,
): Promise<{ answers: unknown[]; slowest: number }> => {
  let stalls = false;
  const script: Script = ({ path }) =>
    stalls && isStalled(path) && !isIdentity(path) ? { hang: true } : undefined;
  const { server } = await serveBefore(done, [people, script, objects(world)]);
  const ask = (): Promise<unknown[]> =>
    Promise.all(
      CALLS.map(async ([name, args]): Promise<unknown> => {
        const response = await post(server, toolCall(name, args), { token: 'mine' });
        return response.json();
      }),
    );
  // The first call of a process compiles; what is measured is the wait.
  await ask();
  stalls = true;
  const started = performance.now();
  const answers = await ask();
  return { answers, slowest: performance.now() - started };
};

describe('when the API server stalls', () => {
  it('every tool answers in time, and says that it could not look', async () => {
    const { answers, slowest } = await askAll(() => true);
    expect(slowest).toBeLessThan(PATIENCE);
    for (const answer of answers) {
      const data = at(answer, 'result', 'structuredContent');
      expect(at(answer, 'result', 'isError')).toBeUndefined();
      expect(at(data, 'verdict') ?? at(data, 'outcome')).toBe('unavailable');
    }
  }, 30_000);

  it('for one kind alone, the rest is told and that kind is named', async () => {
    const { answers, slowest } = await askAll((path) => path.endsWith('/events'));
    expect(slowest).toBeLessThan(PATIENCE);
    const [diagnosis] = answers;
    expect(at(diagnosis, 'result', 'structuredContent', 'verdict')).toBe('problem');
    expect(listAt(diagnosis, 'result', 'structuredContent', 'unchecked')).toContainEqual(
      expect.objectContaining({ resource: 'events', reason: 'deadline' }),
    );
    const fleet = at(answers[6], 'result', 'structuredContent');
    expect(at(fleet, 'total')).toBe(1);
  }, 30_000);
});
