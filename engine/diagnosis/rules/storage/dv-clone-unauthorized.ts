import { say } from '../../../messages';
import { shellWord } from '../../fixes';
import { defineRule } from '../../rule';
import { isPreparing } from '../../intent';
import { eventsAbout, firstMatch, saidByConditions, saidByEvents } from '../../statements';

const UNAUTHORIZED =
  /User (\S+) has insufficient permissions in clone source namespace ([a-z0-9-]+)/;
const SERVICE_ACCOUNT = /^system:serviceaccount:([a-z0-9-]+):(\S+)$/;

/** The one right that cloning takes, given in the project of the source. */
const grantCommand = (user: string, namespace: string): string => {
  const account = SERVICE_ACCOUNT.exec(user);
  const subject =
    account === null
      ? `--user=${shellWord(user)}`
      : `--serviceaccount=${shellWord(`${account[1] ?? ''}:${account[2] ?? ''}`)}`;
  const where = `-n ${namespace}`;
  return [
    `oc create role clone-source --verb=create --resource=datavolumes.cdi.kubevirt.io/source ${where}`,
    `oc create rolebinding clone-source --role=clone-source ${subject} ${where}`,
  ].join(' && ');
};

/** Whoever clones must be allowed to read the source; for a VM that is its service account. */
export const dvCloneUnauthorized = defineRule({
  id: 'dv-clone-unauthorized',
  title: say('A disk may not be cloned from another project'),
  stage: 'storage',
  needs: ['vm', 'vmi', 'dataVolumes'],
  uses: ['events'],
  explains: ['dv-create-failed'],
  run: ({ vm, vmi, dataVolumes, events }) => {
    const isMissing = dataVolumes.some(({ object }) => object === undefined);
    if (!isPreparing(vm, vmi) || !isMissing) return [];
    const statements = [...saidByConditions(vm), ...saidByEvents(eventsAbout(events, vm))];
    const said = firstMatch(statements, UNAUTHORIZED);
    if (said === undefined) return [];
    const [, user = '', namespace = ''] = said.match;
    return [
      {
        severity: 'critical',
        confidence: 'certain',
        blocking: true,
        explanation: say(
          'Account {{user}} may not clone from project {{namespace}}, so the disk is not made.',
          { user, namespace },
        ),
        evidence: [said.statement.evidence],
        fixes: [
          {
            id: 'allow-clone',
            description: say(
              'Let the account clone from project {{namespace}} (needs an administrator of it).',
              { namespace },
            ),
            command: grantCommand(user, namespace),
            risk: 'manual',
          },
        ],
      },
    ];
  },
});
