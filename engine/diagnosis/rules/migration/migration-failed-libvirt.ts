import { nameOf } from '../../../kubernetes';
import { say, type Message } from '../../../messages';
import { cut, present } from '../../../redaction';
import { proof } from '../../evidence';
import { failedMigration } from '../../migrations';
import { defineRule } from '../../rule';
import { firstMatch, type Statement } from '../../statements';

const REASON = /migration uid \S+ failed\. reason: ?([^]+)$/;
/** Says that it failed, not why. */
const BARE = /^source node reported migration failed$/;
const NOT_LIBVIRT = /target (?:attachment )?pod|Target pod is down|aborted|cancell?ed/i;

const HINTS: readonly (readonly [RegExp, Message])[] = [
  [
    /unable to connect to server|Connection refused|timed out|No route to host|End of file/i,
    say('Check the migration network between the nodes, its MTU and its firewall.'),
  ],
  [
    /guest CPU doesn't match|missing features/i,
    say('Use a CPU model that every node offers, and restart the virtual machine.'),
  ],
  [/state change lock/i, say('Wait until what holds the domain is done, and migrate again.')],
];
const OTHER = say('Look at the launcher logs of source and target, and migrate again.');

const reasonOf = ({ text }: Statement): string => REASON.exec(text)?.[1] ?? text;

/** libvirt or QEMU gave up; the VM goes on running where it was. */
export const migrationFailedLibvirt = defineRule({
  id: 'migration-failed-libvirt',
  title: say('The last migration failed in the hypervisor'),
  stage: 'migration',
  needs: ['vmi', 'migrations'],
  uses: ['events'],
  run: (facts, context) => {
    const failed = failedMigration(facts, context);
    if (failed === undefined) return [];
    if (failed.wasCancelled || firstMatch(failed.said, NOT_LIBVIRT)) return [];
    const telling = failed.said.find(
      ({ text, source }) => REASON.test(text) || (source === 'condition' && !BARE.test(text)),
    );
    const said = telling ?? failed.said.find(({ text }) => BARE.test(text));
    if (said === undefined) return [];
    const text = telling === undefined ? '' : reasonOf(telling);
    const params = { name: nameOf(failed.migration), reason: cut(present(text), 300) };
    return [
      {
        severity: 'warning',
        confidence: telling === undefined ? 'likely' : 'certain',
        explanation:
          telling === undefined
            ? say(
                'The source node reported that migration {{name}} failed, without a reason. The virtual machine runs on.',
                params,
              )
            : say(
                'Migration {{name}} failed, and the virtual machine runs on where it was: {{reason}}',
                params,
              ),
        evidence: [proof(failed.migration, 'status', 'phase'), said.evidence],
        fixes: [
          {
            id: 'repair-migration',
            description: HINTS.find(([pattern]) => pattern.test(text))?.[1] ?? OTHER,
            command: `oc get pods -n openshift-cnv -l kubevirt.io=virt-handler -o wide`,
            risk: 'manual',
          },
        ],
      },
    ];
  },
});
