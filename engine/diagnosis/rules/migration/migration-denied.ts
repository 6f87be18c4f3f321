import { nameOf } from '../../../kubernetes';
import { say, type Message } from '../../../messages';
import { cut, present } from '../../../redaction';
import { proofIf } from '../../evidence';
import { shellWord } from '../../fixes';
import { openMigration } from '../../migrations';
import { defineRule } from '../../rule';
import { firstMatch } from '../../statements';

const IN_FLIGHT = /in-flight migration detected/i;
const REFUSED =
  /in-flight migration detected|Cannot migrate VMI(?:,? Reason| in finalized state)|the VMI "[^"]*" does not exist|migration-create-validator/i;
/** What virtctl says; a console says the same. */
const NOT_RUNNING = /VMI? is not running/i;

const why = (text: string, name: string | undefined): Message => {
  if (IN_FLIGHT.test(text)) {
    return name === undefined
      ? say('Another migration of it is still under way, and only one at a time is let in.')
      : say('Migration {{name}} is still under way, and only one at a time is let in.', { name });
  }
  return /does not exist|finalized state|not running/i.test(text)
    ? say('Only a running virtual machine can migrate, and this one does not run.')
    : say('KubeVirt did not let the migration in: {{reason}}', {
        reason: cut(present(text), 300),
      });
};

/** A refused request leaves no object: what the caller was told is the proof. */
export const migrationDenied = defineRule({
  id: 'migration-denied',
  title: say('KubeVirt refuses to migrate the virtual machine'),
  stage: 'migration',
  needs: ['reported'],
  uses: ['vmi', 'migrations'],
  explains: ['in-progress'],
  run: ({ reported, vmi, migrations }, { request, topics }) => {
    const said =
      firstMatch(reported, REFUSED) ??
      (topics.has('migration') ? firstMatch(reported, NOT_RUNNING) : undefined);
    if (said === undefined) return [];
    const { text } = said.statement;
    const open = IN_FLIGHT.test(text) ? openMigration(migrations) : undefined;
    return [
      {
        severity: 'warning',
        confidence: 'likely',
        explanation: why(text, open && nameOf(open)),
        evidence: [
          said.statement.evidence,
          ...proofIf(open, 'status', 'phase'),
          ...proofIf(vmi, 'status', 'phase'),
        ],
        fixes: [
          {
            id: 'wait-for-migration',
            description: IN_FLIGHT.test(text)
              ? say('Wait for the migration that is under way, or cancel it.')
              : say('Remove what the message names, then migrate again.'),
            command: `oc get vmim -n ${shellWord(request.namespace)} -l ${shellWord(`kubevirt.io/vmi-name=${request.vmName}`)}`,
            risk: 'manual',
          },
        ],
      },
    ];
  },
});
