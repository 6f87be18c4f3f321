import { listAt, nameOf, numberAt, textAt, type KubeObject } from '../../../kubernetes';
import { say } from '../../../messages';
import { conditionProof, proof } from '../../evidence';
import type { Facts } from '../../facts';
import { defineRule } from '../../rule';
import {
  countOf,
  decides,
  nodesText,
  PLACEMENT_USES,
  unscheduled,
  type Unscheduled,
} from '../../scheduling';
import type { Evidence } from '../../types';

const LIMIT = /exceed max volume count/;
const MOST_LIMITS = 3;

type Limit = { readonly text: string; readonly evidence: Evidence };

const limitsOf = (node: KubeObject, drivers: ReadonlySet<string>): Limit[] =>
  listAt(node, 'spec', 'drivers').flatMap((driver, index) => {
    const name = textAt(driver, 'name') ?? '';
    const count = numberAt(driver, 'allocatable', 'count');
    const isAsked = drivers.size === 0 || drivers.has(name);
    if (count === undefined || !isAsked) return [];
    const evidence = proof(node, 'spec', 'drivers', index, 'allocatable', 'count');
    return [{ text: `${nameOf(node)}: ${count} (${name})`, evidence }];
  });

/**
 * What the nodes that would else do can attach of the drivers behind the disks, or of any driver
 * where those are not known.
 */
const knownLimits = (
  { placement }: Unscheduled,
  { csiNodes, persistentVolumes }: Pick<Facts, 'csiNodes' | 'persistentVolumes'>,
): Limit[] => {
  const nearest = placement?.nearest.map(({ node }) => nameOf(node));
  const drivers = persistentVolumes.flatMap(
    ({ object }) => textAt(object, 'spec', 'csi', 'driver') ?? [],
  );
  return csiNodes
    .filter((node) => nearest === undefined || nearest.includes(nameOf(node)))
    .flatMap((node) => limitsOf(node, new Set(drivers)))
    .slice(0, MOST_LIMITS);
};

/** A storage driver says how many volumes a node can have at once (`CSINode`), and they have them. */
export const volumeLimitReached = defineRule({
  id: 'volume-limit-reached',
  title: say('No node can attach one more volume for the virtual machine'),
  stage: 'scheduling',
  needs: ['vm', 'vmi', 'pods'],
  uses: [...PLACEMENT_USES, 'csiNodes'],
  run: (facts) => {
    const refused = unscheduled(facts);
    if (refused === undefined || countOf(refused.groups, LIMIT) === 0) return [];
    if (!decides(refused, 'open')) return [];
    const limits = knownLimits(refused, facts);
    const params = { nodes: nodesText(refused) };
    return [
      {
        severity: 'critical',
        confidence: 'certain',
        blocking: true,
        explanation:
          limits.length === 0
            ? say(
                'The nodes that would else take the virtual machine have as many volumes of its storage driver as they can attach. Node by node: {{nodes}}.',
                params,
              )
            : say(
                'The nodes that would else take the virtual machine have as many volumes of its storage driver as they can attach ({{limits}}). Node by node: {{nodes}}.',
                { ...params, limits: limits.map(({ text }) => text).join(', ') },
              ),
        evidence: [
          conditionProof(refused.pod, refused.condition),
          ...limits.map(({ evidence }) => evidence),
        ],
        fixes: [
          {
            id: 'free-attachments',
            description: say(
              'Add a node, or move virtual machines with many disks away; fewer and larger disks help, too.',
            ),
            command:
              "oc get csinodes -o custom-columns='NODE:.metadata.name,DRIVER:.spec.drivers[*].name,LIMIT:.spec.drivers[*].allocatable.count'",
            risk: 'manual',
          },
        ],
      },
    ];
  },
});
