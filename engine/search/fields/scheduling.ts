import { say, type Message } from '../../messages';
import type { Scheduling } from '../records/scheduling';
import type { Field } from './field';
import { defineFlag } from './flag';

/** That the machine says something about where it runs; what it says is not compared. */
const schedulingField = (name: keyof Scheduling, label: Message, words: string): Field =>
  defineFlag({
    name,
    label,
    words,
    read: ({ scheduling }) => scheduling[name],
    evidence: ({ scheduling }) =>
      scheduling[name]
        ? { in: 'vm', path: `/spec/template/spec/${name}`, value: String(scheduling[name]) }
        : undefined,
  });

export const affinityField = schedulingField(
  'affinity',
  say('Affinity rules'),
  'affinity|affinity rule|affinity rules|affinities|anti-affinity|antiaffinity|anti affinity|anti-affinity rule|anti-affinity rules|anti affinity rule|anti affinity rules|pod affinity|pod anti-affinity|node affinity',
);

export const nodeSelectorField = schedulingField(
  'nodeSelector',
  say('Node selector'),
  'node selector|node selectors|nodeselector|nodeselectors|node selection',
);

export const tolerationsField = schedulingField(
  'tolerations',
  say('Tolerations'),
  'toleration|tolerations|tolerating taints',
);
