import { nameOf, textAt } from '../../../kubernetes';
import { say } from '../../../messages';
import { cut, present } from '../../../redaction';
import { proof, proofIf, saidIf } from '../../evidence';
import { inNamespace, shellWord } from '../../fixes';
import { defineRule } from '../../rule';
import { firstMatch } from '../../statements';

const REQUEST = ['status', 'memoryDumpRequest'] as const;
/** virt-api refuses a claim that does not fit. */
const REFUSED =
  /pvc should be filesystem pvc|pvc access mode can't be read only|pvc size \[[^\]]*\] should be bigger/i;

/** The request stays in the status until it is removed. */
export const memoryDumpFailed = defineRule({
  id: 'memory-dump-failed',
  title: say('A memory dump of the virtual machine failed'),
  stage: 'operation',
  needs: ['reported', 'vm'],
  explains: ['hotplug-update-conflict'],
  run: ({ reported, vm }) => {
    const hasFailed = textAt(vm, ...REQUEST, 'phase') === 'Failed';
    const said = firstMatch(reported, REFUSED);
    if (!hasFailed && said === undefined) return [];
    const claim = textAt(vm, ...REQUEST, 'claimName') ?? '';
    const reason = said?.statement.text ?? textAt(vm, ...REQUEST, 'message') ?? '';
    return [
      {
        severity: 'warning',
        confidence: hasFailed ? 'certain' : 'likely',
        explanation: say(
          'The memory of the guest could not be dumped to its claim. The claim must hold a file system, and be larger than the memory of the guest. {{reason}}',
          { reason: cut(present(reason), 300) },
        ),
        evidence: [
          ...(hasFailed
            ? [proof(vm, ...REQUEST, 'phase'), ...proofIf(vm, ...REQUEST, 'message')]
            : []),
          ...saidIf(said?.statement),
          ...proofIf(vm, ...REQUEST, 'claimName'),
        ],
        fixes: [
          {
            id: 'dump-to-another-claim',
            description: say('Take the request back, and dump to a larger file system claim.'),
            command: `virtctl memory-dump remove ${shellWord(nameOf(vm))} ${inNamespace(vm)} && virtctl memory-dump get ${shellWord(nameOf(vm))} ${inNamespace(vm)} --claim-name ${shellWord(`${claim || nameOf(vm)}-2`)} --create-claim`,
            risk: 'manual',
          },
        ],
      },
    ];
  },
});
