import { at, listAt, nameOf, textAt, type KubeObject, type Path } from '../../../kubernetes';
import { say } from '../../../messages';
import { proof } from '../../evidence';
import { inNamespace } from '../../fixes';
import { refusalsOf } from '../../migrations';
import { defineRule } from '../../rule';
import { firstMatch } from '../../statements';

const VIOLATES =
  /is forbidden: [^]*?(?<bound>(?:maximum|minimum) (?<resource>[\w./-]+) usage per (?<type>Container|Pod) is [^,\]]+, but (?:limit|request) is [^,\]\s]+|(?<ratio>[\w./-]+) max limit to request ratio per (?:Container|Pod) is [^,\]]+, but [^,\]]+)/;

/**
 * A limit that a LimitRange gave to a container without one is below what the container asks for;
 * the API server says so before any quota or range is asked.
 */
const BELOW_DEFAULT =
  /resources\.requests: Invalid value: "[^"]+": (?<bound>must be less than or equal to (?<resource>[\w./-]+) limit(?: of [\w.]+)?)/;

/** Where a LimitRange gives containers that limit. */
const defaultOf = (
  ranges: readonly KubeObject[],
  { resource = '' }: Record<string, string | undefined>,
): { range: KubeObject; path: Path }[] =>
  ranges.flatMap((range) =>
    listAt(range, 'spec', 'limits').flatMap((limit, index) =>
      at(limit, 'default', resource) === undefined
        ? []
        : [{ range, path: ['spec', 'limits', index, 'default', resource] }],
    ),
  );

/** Where a LimitRange still sets the bound that the message names. */
const boundOf = (
  ranges: readonly KubeObject[],
  groups: Record<string, string | undefined>,
): { range: KubeObject; path: Path }[] => {
  const kind = groups.bound?.startsWith('maximum') ? 'max' : 'min';
  const field = groups.ratio === undefined ? kind : 'maxLimitRequestRatio';
  const resource = groups.resource ?? groups.ratio ?? '';
  return ranges.flatMap((range) =>
    listAt(range, 'spec', 'limits').flatMap((limit, index) =>
      at(limit, field, resource) !== undefined &&
      (groups.type === undefined || textAt(limit, 'type') === groups.type)
        ? [{ range, path: ['spec', 'limits', index, field, resource] }]
        : [],
    ),
  );
};

/** A LimitRange of the project forbids what the launcher pod asks for. */
export const limitrangeViolation = defineRule({
  id: 'limitrange-violation',
  title: say('A limit range of the project forbids the size of the launcher pod'),
  stage: 'pod',
  needs: ['vm', 'vmi', 'pods', 'events'],
  uses: ['limitRanges', 'migrations'],
  explains: ['pod-create-rejected'],
  run: ({ limitRanges, ...facts }) => {
    const refusals = refusalsOf(facts);
    if (refusals === undefined) return [];
    const violated = firstMatch(refusals.said, VIOLATES);
    const said = violated ?? firstMatch(refusals.said, BELOW_DEFAULT);
    if (said === undefined) return [];
    const groups = said.match.groups ?? {};
    const bounds = (violated === undefined ? defaultOf : boundOf)(limitRanges, groups);
    const [first] = bounds;
    const { bound = '' } = groups;
    return [
      {
        severity: refusals.severity,
        confidence: first === undefined ? 'likely' : 'certain',
        blocking: true,
        explanation:
          first === undefined
            ? say('A limit range of the project refuses the launcher pod: {{bound}}.', { bound })
            : say('Limit range {{name}} refuses the launcher pod: {{bound}}.', {
                name: nameOf(first.range),
                bound,
              }),
        evidence: [
          said.statement.evidence,
          ...bounds.map(({ range, path }) => proof(range, ...path)),
        ],
        fixes: [
          {
            id: 'adjust-limit-range',
            description: say(
              'Change the limit range, or choose a size within it. The launcher pod needs the guest memory and some overhead.',
            ),
            command: `oc describe limitrange ${inNamespace(facts.vm)}`,
            risk: 'manual',
          },
        ],
      },
    ];
  },
});
