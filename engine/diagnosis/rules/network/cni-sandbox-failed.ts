import { say } from '../../../messages';
import { inNamespace } from '../../fixes';
import { isAtFirstTries } from '../../intent';
import { awaitedPod } from '../../migrations';
import { defineRule } from '../../rule';
import { eventsAbout, firstMatch, saidByEvents } from '../../statements';

/** The outermost plugin; older container runtimes name only the network it is for. */
const SANDBOX =
  /Failed to create pod sandbox: [^]*?(?:plugin type=|to CNI network (?![^]*plugin type=))"([^"]+)"([^]*)$/;

/** What multus sends along: its own configuration, after the words of the plugin it called. */
const CONFIGURATION = /\s*'?:? StdinData: [^]*$/;

/** The last two clauses: the innermost program and what it says. */
const lastClauses = (text: string): string =>
  text
    .replace(CONFIGURATION, '')
    .split(': ')
    .slice(-2)
    .join(': ')
    .replace(/^\W+|[\s']+$/g, '');

/** The last clause of the kubelet's message is the cause; the plugin's name tells where to look. */
export const cniSandboxFailed = defineRule({
  id: 'cni-sandbox-failed',
  title: say('The network of the launcher pod cannot be set up on its node'),
  stage: 'network',
  needs: ['vm', 'vmi', 'pods', 'events'],
  uses: ['migrations'],
  run: (facts, { now }) => {
    const { vm, events } = facts;
    const awaited = awaitedPod(facts, now);
    if (awaited === undefined || isAtFirstTries(awaited.pod, now)) return [];
    const said = firstMatch(saidByEvents(eventsAbout(events, awaited.pod)), SANDBOX);
    if (said === undefined) return [];
    const [, plugin = '', rest = ''] = said.match;
    return [
      {
        severity: awaited.severity,
        confidence: 'likely',
        blocking: true,
        explanation: say(
          'The network plugin {{plugin}} failed on the node of the launcher pod: {{reason}}',
          { plugin, reason: lastClauses(rest) },
        ),
        evidence: [said.statement.evidence],
        fixes: [
          {
            id: 'check-node-network',
            description: say(
              'Compare the network definition with the bridges and plugins of that node.',
            ),
            command: `oc get network-attachment-definitions ${inNamespace(vm)} && oc get nodenetworkconfigurationpolicies`,
            risk: 'manual',
          },
        ],
      },
    ];
  },
});
