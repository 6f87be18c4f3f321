import type { KubeObject } from '../../../kubernetes';
import { say, type Message } from '../../../messages';
import { absence, proof, proofIf } from '../../evidence';
import { diskSeverity, type DiskFacts } from '../../disks';
import type { Facts, Lookup } from '../../facts';
import { shellWord } from '../../fixes';
import { isPreparing } from '../../intent';
import { refusalsOf } from '../../migrations';
import { missingFromTemplate } from '../../missing-references';
import { defineRule, type Finding } from '../../rule';
import { firstMatch, type Said } from '../../statements';
import { unmadeWorkers } from '../../worker-pods';

/** A quota is looked at again by the rule for it, as what was said of it may be hours old. */
const REFUSED =
  /(?:creating (?:attachment |hotplug )?pod(?: for volume \S+)?|create virtual machine pod):? (?:admission webhook "(?<webhook>[^"]+)" denied the request: (?<denial>[^]{1,300})|[Pp]ods? "[^"]+" is (?:forbidden|invalid): (?!exceeded quota)(?<reason>[^]{1,300}))/;

const NO_CLASS = /no PriorityClass with name (\S+) was found/;

type Groups = Readonly<Record<string, string | undefined>>;

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

const explain = ({ webhook, denial = '', reason = '' }: Groups): Message => {
  if (webhook !== undefined) {
    return say('Admission webhook {{webhook}} refuses a pod of the virtual machine: {{reason}}', {
      webhook,
      reason: oneLine(denial),
    });
  }
  return say('The API server refuses a pod of the virtual machine: {{reason}}', {
    reason: oneLine(reason),
  });
};

const findingOf = (
  severity: Finding['severity'],
  explanation: Message,
  evidence: Finding['evidence'],
  command: string,
  blocking: boolean,
): Finding => ({
  severity,
  confidence: 'certain',
  blocking,
  explanation,
  evidence,
  fixes: [
    {
      id: 'satisfy-admission',
      description: say(
        'Change what the message names, or ask whoever owns the policy. KubeVirt makes the pod again by itself.',
      ),
      command,
      risk: 'manual',
    },
  ],
});

const refused = (
  { statement, match: { groups = {} } }: Said,
  severity: Finding['severity'],
): Finding =>
  findingOf(
    severity,
    explain(groups),
    [statement.evidence],
    groups.webhook === undefined
      ? 'oc explain pod.spec'
      : 'oc get validatingwebhookconfigurations,mutatingwebhookconfigurations',
    true,
  );

/** A class that the API server says it does not know, or that is not there when it is looked for. */
const withoutClass = (
  vm: KubeObject,
  classes: readonly Lookup[],
  said: Said | undefined,
  severity: Finding['severity'],
): Finding[] => {
  const told = NO_CLASS.exec(said?.match.groups?.reason ?? '')?.[1];
  const [missing] = missingFromTemplate(vm, classes);
  const name = told ?? missing?.ref.name;
  // One that was made since is taken at the next try.
  const isThere = classes.some(({ ref, object }) => object !== undefined && ref.name === name);
  if (name === undefined || isThere) return [];
  const evidence = [
    ...(told === undefined || said === undefined ? [] : [said.statement.evidence]),
    ...(missing === undefined ? [] : [absence(missing.ref), proof(vm, ...missing.path)]),
    ...(missing === undefined ? proofIf(vm, 'spec', 'template', 'spec', 'priorityClassName') : []),
  ];
  return [
    findingOf(
      severity,
      say('Priority class {{name}} does not exist, so the launcher pod is refused.', { name }),
      evidence,
      'oc get priorityclasses',
      told !== undefined,
    ),
  ];
};

/** CDI cannot make the pod that fills a disk, and keeps to its own log why. */
const ofWorkers = (facts: DiskFacts & Pick<Facts, 'vm' | 'vmi' | 'events'>): Finding[] =>
  unmadeWorkers(facts)
    .filter(({ isOverQuota }) => !isOverQuota)
    .map(({ disk, pod, said }) => ({
      severity: diskSeverity(facts.vm, facts.vmi),
      confidence: 'certain',
      blocking: true,
      explains: ['dv-failed'],
      explanation: say(
        'CDI cannot make pod {{pod}}, which fills disk {{disk}}, and tells only in its own log why.',
        { pod, disk: disk.name },
      ),
      evidence: [said.evidence],
      fixes: [
        {
          id: 'read-cdi-log',
          description: say('Read what CDI says of that pod (needs an administrator).'),
          command: `oc logs -n openshift-cnv deployment/cdi-deployment --tail=2000 | grep ${shellWord(pod)}`,
          risk: 'manual',
        },
      ],
    }));

/**
 * The API server refuses the launcher pod, the helper of a plugged disk or the pod that fills one,
 * for a reason that no other rule knows: a policy of the cluster, a priority class that is missing,
 * a field that a webhook spoilt.
 */
export const podCreateRejected = defineRule({
  id: 'pod-create-rejected',
  title: say('A pod of the virtual machine is refused'),
  stage: 'pod',
  needs: ['vm', 'vmi', 'pods', 'events'],
  uses: ['priorityClasses', 'migrations', 'dataVolumes', 'claims', 'importers'],
  run: ({ priorityClasses, ...facts }) => {
    const workers = isPreparing(facts.vm, facts.vmi) ? ofWorkers(facts) : [];
    const refusals = refusalsOf(facts);
    if (refusals === undefined || workers.length > 0) return workers;
    const said = firstMatch(refusals.said, REFUSED);
    const isOfClass = NO_CLASS.test(said?.match.groups?.reason ?? '');
    return said === undefined || isOfClass
      ? withoutClass(facts.vm, priorityClasses, said, refusals.severity)
      : [refused(said, refusals.severity)];
  },
});
