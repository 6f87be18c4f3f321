import { flagAt, type KubeObject } from '../../../kubernetes';
import { say } from '../../../messages';
import { proof, proofIf } from '../../evidence';
import { patchFix, startFix } from '../../fixes';
import { isRunning, runStrategyPath, wantsToRun } from '../../intent';
import { defineRule, type Finding } from '../../rule';
import { firstMatch } from '../../statements';

const DEVICES = ['spec', 'template', 'spec', 'domain', 'devices'] as const;
const KINDS = [
  ['autoattachGraphicsDevice', /vnc|graphic|desktop/i, 'VNC'],
  ['autoattachSerialConsole', /serial/i, 'serial'],
] as const;
const UNREACHABLE =
  /dial(?:ing VM| tcp)|subresources\.kubevirt\.io|service unavailable|the server is currently unable/i;

const attach = (vm: KubeObject, field: string, kind: string): Finding => {
  const patch = (value: boolean) => ({
    spec: { template: { spec: { domain: { devices: { [field]: value } } } } },
  });
  return {
    severity: 'warning',
    confidence: 'certain',
    explanation: say(
      'The virtual machine has no device for the {{kind}} console: {{field}} is false.',
      { kind, field },
    ),
    evidence: [proof(vm, ...DEVICES, field)],
    fixes: [
      patchFix(
        vm,
        {
          id: `attach-${kind.toLowerCase()}-console`,
          description: say('Give it the device, and restart.'),
          effect: say('It goes down and boots again.'),
        },
        patch(true),
        patch(false),
        'restart',
      ),
    ],
  };
};

/** Told only when somebody asks for a console. What keeps the VM down is a cause of its own. */
export const consoleUnavailable = defineRule({
  id: 'console-unavailable',
  title: say('The console of the virtual machine cannot be opened'),
  stage: 'operation',
  wrapper: true,
  needs: ['reported', 'vm', 'vmi'],
  run: ({ reported, vm, vmi }, { topics, request }): Finding[] => {
    const isAsked =
      topics.has('console') ||
      firstMatch(reported, /graphics devices|Can't access VMI/i) !== undefined;
    if (!isAsked) return [];
    const asked = `${request.question ?? ''} ${reported.map(({ text }) => text).join(' ')}`;
    const named = KINDS.filter(([, words]) => words.test(asked));
    const missing = (named.length > 0 ? named : KINDS).filter(
      ([field]) => flagAt(vm, ...DEVICES, field) === false,
    );
    if (missing.length > 0) return missing.map(([field, , kind]) => attach(vm, field, kind));
    if (!isRunning(vmi)) {
      return [
        {
          severity: 'warning',
          confidence: 'certain',
          explanation: say('A console needs a running guest, and this one does not run.'),
          evidence: [
            ...proofIf(vm, 'status', 'printableStatus'),
            ...proofIf(vmi, 'status', 'phase'),
            proof(vm, ...runStrategyPath(vm)),
          ],
          fixes: wantsToRun(vm, vmi) ? [] : [startFix(vm)],
        },
      ];
    }
    const unreachable = firstMatch(reported, UNREACHABLE);
    return unreachable === undefined
      ? []
      : [
          {
            severity: 'warning',
            confidence: 'likely',
            explanation: say('virt-api does not reach virt-handler on the node, or is down.'),
            evidence: [unreachable.statement.evidence],
            fixes: [
              {
                id: 'check-virt-api',
                description: say('Look at virt-api and virt-handler.'),
                command:
                  "oc get apiservice v1.subresources.kubevirt.io && oc get pods -n openshift-cnv -l 'kubevirt.io in (virt-api,virt-handler)'",
                risk: 'manual',
              },
            ],
          },
        ];
  },
});
