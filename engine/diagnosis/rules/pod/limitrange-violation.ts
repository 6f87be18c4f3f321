import {
  listAt,
  namespaceOf,
  parseQuantity,
  textAt,
  type KubeObject,
  type Path,
} from '../../../kubernetes';
import { say } from '../../../messages';
import { isKnownAbsent, storageRequestOf, unfilledDisks, type DiskFacts } from '../../disks';
import { proof, proofIf } from '../../evidence';
import type { Facts } from '../../facts';
import { inNamespace } from '../../fixes';
import { isPreparing } from '../../intent';
import { refusalsOf } from '../../migrations';
import { defineRule, type Finding } from '../../rule';
import { firstMatch } from '../../statements';
import type { Evidence } from '../../types';
import { unmadeWorkers, WORKER_AMOUNTS } from '../../worker-pods';

const VIOLATES =
  /is forbidden: [^]*?(?<bound>(?:maximum|minimum) (?<resource>[\w./-]+) usage per (?<type>Container|Pod) is [^,\]]+, but (?:limit|request) is [^,\]\s]+|(?<ratio>[\w./-]+) max limit to request ratio per (?:Container|Pod) is [^,\]]+, but [^,\]]+)/;

/**
 * A limit that a LimitRange gave to a container without one is below what the container asks for;
 * the API server says so before any quota or range is asked.
 */
const BELOW_DEFAULT =
  /resources\.requests: Invalid value: "[^"]+": (?<bound>must be less than or equal to (?<resource>[\w./-]+) limit(?: of [\w.]+)?)/;

type Place = {
  readonly range: KubeObject;
  readonly path: Path;
  /** Of what it is a bound. */
  readonly type: string;
  readonly amount: string;
};

/** Where limit ranges bound a resource in this way; `type`: of what, where that is known. */
const placesOf = (
  ranges: readonly KubeObject[],
  field: string,
  resource: string,
  type?: string,
): Place[] =>
  ranges.flatMap((range) =>
    listAt(range, 'spec', 'limits').flatMap((limit, index) => {
      const [amount, of = ''] = [textAt(limit, field, resource), textAt(limit, 'type')];
      return amount === undefined || (type ?? of) !== of
        ? []
        : [{ range, path: ['spec', 'limits', index, field, resource], type: of, amount }];
    }),
  );

const proofsOf = (places: readonly Place[]): Evidence[] =>
  places.map(({ range, path }) => proof(range, ...path));

/** Where the bound that a message names is still set. */
const boundsOf = (
  ranges: readonly KubeObject[],
  { bound = '', ratio, type, resource = '' }: Record<string, string | undefined>,
): Place[] => {
  if (type === undefined && ratio === undefined) return placesOf(ranges, 'default', resource);
  const kind = bound.startsWith('maximum') ? 'max' : 'min';
  return placesOf(ranges, ratio ? 'maxLimitRequestRatio' : kind, ratio ?? resource, type);
};

/** What CDI adds at most to a disk on a file system, which takes some of a volume for itself. */
const OVERHEAD = 1.1;

/** The bounds of an amount, as the API server calls them, and when it does not keep to one. */
const BOUNDS = {
  max: { word: 'maximum', breaks: (size: number, most: number) => size > most },
  min: { word: 'minimum', breaks: (size: number, least: number) => size * OVERHEAD < least },
} as const;

type Forbidden = { readonly bound: string; readonly evidence: readonly Evidence[] };

/** The bounds that a limit or a request breaks. */
const broken = (
  ranges: readonly KubeObject[],
  field: keyof typeof BOUNDS,
  [what, resource, asked]: readonly [string, string, string],
  evidence: readonly Evidence[],
): Forbidden[] => {
  const isOfClaims = resource === 'storage';
  const { word, breaks } = BOUNDS[field];
  const size = parseQuantity(asked);
  if (size === undefined) return [];
  return placesOf(ranges, field, resource)
    .filter(({ type }) => (type === 'PersistentVolumeClaim') === isOfClaims)
    .filter(({ amount }) => breaks(size, parseQuantity(amount) ?? size))
    .map((place) => ({
      bound: `${word} ${resource} usage per ${place.type} is ${place.amount}, but ${what} is ${asked}`,
      evidence: [...proofsOf([place]), ...evidence],
    }));
};

/**
 * A claim that CDI may not make: the API server refuses it, and CDI keeps to itself why. CDI may
 * ask for some more than the disk, never for less.
 */
const forbiddenClaims = (facts: DiskFacts, ranges: readonly KubeObject[]): Forbidden[] =>
  unfilledDisks(facts)
    .filter(isKnownAbsent)
    .flatMap((disk) => {
      const { object, path = [] } = storageRequestOf(disk) ?? {};
      const at = [...path, 'resources', 'requests', 'storage'];
      const asked = ['request', 'storage', textAt(object, ...at) ?? ''] as const;
      return (['max', 'min'] as const).flatMap((field) =>
        broken(ranges, field, asked, proofIf(object, ...at)),
      );
    });

const WORKER_ASKS = [
  ['max', 'limit'],
  ['min', 'request'],
] as const;

/** The same for the pod that fills a disk. */
const forbiddenWorkers = (
  facts: DiskFacts & Pick<Facts, 'vm' | 'events'>,
  ranges: readonly KubeObject[],
): Forbidden[] =>
  unmadeWorkers(facts)
    .filter(({ namespace, isOverQuota }) => namespace === namespaceOf(facts.vm) && !isOverQuota)
    .flatMap(({ said }) =>
      WORKER_ASKS.flatMap(([field, what]) =>
        ['cpu', 'memory'].flatMap((resource) => {
          const asked = [what, resource, WORKER_AMOUNTS[`${what}s.${resource}`] ?? ''] as const;
          return broken(ranges, field, asked, [said.evidence]);
        }),
      ),
    );

/** A LimitRange of the project forbids what a pod of the VM, or the claim of a disk, asks for. */
export const limitrangeViolation = defineRule({
  id: 'limitrange-violation',
  title: say('A limit range of the project forbids the size that is asked for'),
  stage: 'pod',
  needs: ['vm', 'vmi', 'pods', 'events'],
  uses: ['limitRanges', 'migrations', 'dataVolumes', 'claims', 'importers'],
  explains: ['pod-create-rejected'],
  run: ({ limitRanges, ...facts }) => {
    const { vm, vmi } = facts;
    const findingOf = (
      severity: Finding['severity'],
      confidence: Finding['confidence'],
      { bound, evidence }: Forbidden,
    ): Finding => ({
      severity,
      confidence,
      blocking: true,
      explanation: say(
        'A limit range of the project refuses the size that is asked for: {{bound}}.',
        { bound },
      ),
      evidence,
      fixes: [
        {
          id: 'adjust-limit-range',
          description: say('Change the limit range, or choose a size within it.'),
          command: `oc describe limitrange ${inNamespace(vm)}`,
          risk: 'manual',
        },
      ],
    });
    const isUnmade = vmi === undefined && isPreparing(vm, vmi);
    const [forbidden] = isUnmade
      ? [...forbiddenClaims(facts, limitRanges), ...forbiddenWorkers(facts, limitRanges)]
      : [];
    if (forbidden !== undefined) return [findingOf('critical', 'likely', forbidden)];
    const refusals = refusalsOf(facts);
    if (refusals === undefined) return [];
    const said = firstMatch(refusals.said, VIOLATES) ?? firstMatch(refusals.said, BELOW_DEFAULT);
    if (said === undefined) return [];
    const groups = said.match.groups ?? {};
    const bounds = proofsOf(boundsOf(limitRanges, groups));
    return [
      findingOf(refusals.severity, bounds.length === 0 ? 'likely' : 'certain', {
        bound: groups.bound ?? '',
        evidence: [said.statement.evidence, ...bounds],
      }),
    ];
  },
});
