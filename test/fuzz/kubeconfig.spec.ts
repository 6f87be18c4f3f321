import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { SetupError } from '../../cnv-diagnostic/kubernetes/cluster';
import { targetOfKubeconfig } from '../../cnv-diagnostic/kubernetes/kubeconfig';
import { kubeconfigOf, temporaryFolder } from '../../cnv-diagnostic/testing/kubeconfig';
import { cleanup } from '../../cnv-diagnostic/testing/serving';
import { mutated } from './mutated';
import { runs } from './runs';

const done = cleanup();
afterAll(done.run);

const CANARY = 'made-up-canary';
const file = join(temporaryFolder(done), 'config');

/** Reads a kubeconfig and what it logs in with: it works, or one sentence says why it does not. */
const expectTold = async (text: string): Promise<void> => {
  writeFileSync(file, text);
  try {
    const { cluster, identity } = targetOfKubeconfig([file]);
    expect(cluster.server).toMatch(/^https?:\/\//);
    await identity.resolve();
  } catch (error) {
    expect(error).toBeInstanceOf(SetupError);
    const message = error instanceof Error ? error.message : '';
    expect(message.length).toBeLessThanOrEqual(200);
    expect(message).not.toContain(CANARY);
    expect(message).not.toMatch(/[\u0000-\u001f]/);
  }
};

it('any text is a kubeconfig or one sentence', () =>
  fc.assert(
    fc.asyncProperty(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), expectTold),
    runs(200),
  ));

it('so is a kubeconfig with anything in any place', () => {
  const user = { token: CANARY, 'client-certificate-data': 'AAAA', 'client-key-data': 'AAAA' };
  const config = kubeconfigOf('https://127.0.0.1:6443', user);
  return fc.assert(
    fc.asyncProperty(mutated(config), (changed) => expectTold(stringify(changed ?? null))),
    runs(300),
  );
});
