import { MINUTE, nameOf } from '../../../kubernetes';
import { say } from '../../../messages';
import { conditionProof, proof, proofIf, saidIf } from '../../evidence';
import { inNamespace } from '../../fixes';
import { ageOf, isStarting, phaseOf } from '../../intent';
import { defineRule } from '../../rule';
import { keptStatePath, stateClaimsOf, stateStorageProblem } from '../../state-storage';
import { eventsAbout, saidByEvents } from '../../statements';

const USUAL = 3 * MINUTE;

/** The claim for the state of TPM or firmware exists, or was tried, and is not bound. */
export const backendStorageNotReady = defineRule({
  id: 'backend-storage-not-ready',
  title: say('The claim for the state of the TPM or the firmware is not ready'),
  stage: 'pod',
  needs: ['vm', 'vmi', 'pods'],
  uses: ['stateClaims', 'events'],
  run: ({ vm, vmi, pods, stateClaims, events }, { now }) => {
    if (!isStarting(vm, vmi) || vmi === undefined || pods.length > 0) return [];
    const problem = stateStorageProblem(vmi);
    if (problem === undefined || problem.reason === 'FailedBackendStorageCreate') return [];
    const claim = stateClaims.find((one) => phaseOf(one) !== 'Bound');
    const isBound = stateClaims.length > 0 && claim === undefined;
    const isNew = problem.reason === 'BackendStorageNotReady' && ageOf(vmi, now) < USUAL;
    if (isBound || isNew) return [];
    const [told] = saidByEvents(claim === undefined ? [] : eventsAbout(events, claim));
    const place = keptStatePath(vm);
    return [
      {
        severity: 'critical',
        confidence: claim === undefined ? 'likely' : 'certain',
        blocking: true,
        explanation:
          told === undefined
            ? say(
                'KubeVirt keeps the state of the TPM or firmware on a claim of its own and waits for it ({{message}}). The disks of the guest may all be bound.',
                { message: problem.message },
              )
            : say(
                'KubeVirt keeps the state of the TPM or firmware on claim {{name}}, and that is not bound: {{message}}',
                { name: told.about.name, message: told.text },
              ),
        evidence: [
          conditionProof(vmi, problem),
          ...proofIf(claim, 'status', 'phase'),
          ...proofIf(claim, 'spec', 'storageClassName'),
          ...saidIf(told),
          ...(place === undefined ? [] : [proof(vm, ...place)]),
        ],
        fixes: [
          {
            id: 'look-at-state-claim',
            description: say(
              'See why the claim is not bound: its storage class, and what the provisioner says.',
            ),
            command: `oc describe pvc -l ${stateClaimsOf(nameOf(vm)).labelSelector} ${inNamespace(vm)}`,
            risk: 'manual',
          },
        ],
      },
    ];
  },
});
