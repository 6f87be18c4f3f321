import { DAY, HOUR, MINUTE } from '@cnv-ai/engine/kubernetes';
import { NODE_NAMES } from './nodes';
import { PLAN, type AppPlan, type MachineState, type NamespacePlan } from './plan';
import { seededRandom } from './random';

/** One machine of the fleet with everything chance decides about it. */
export type MachinePlan = {
  readonly namespace: NamespacePlan;
  readonly app: AppPlan;
  readonly name: string;
  readonly index: number;
  readonly state: MachineState;
  readonly created: number;
  /** When the machine last started, or stopped. */
  readonly changed: number;
  readonly node: string;
  /** Where a migrating machine goes, or a migrated one came from. */
  readonly otherNode: string;
  readonly hasDataVolume: boolean;
};

const machineName = ({ name, count, numbered }: AppPlan, number: number): string =>
  count === 1 && numbered !== true ? name : `${name}-${String(number).padStart(2, '0')}`;

const nodeAt = (index: number): string => NODE_NAMES[index % NODE_NAMES.length] ?? NODE_NAMES[0];

/** The whole fleet, the same for the same `now`. */
export const machinePlans = (now: number): MachinePlan[] => {
  const random = seededRandom(20);
  let index = 0;
  return PLAN.flatMap((namespace) =>
    namespace.apps.flatMap((app) =>
      Array.from({ length: app.count }, (_, offset): MachinePlan => {
        index += 1;
        const created = now - 5 * DAY - Math.floor(random() * 150 * DAY);
        const recent = random() < 0.08;
        const age = recent ? 10 * MINUTE + random() * 20 * HOUR : 2 * DAY + random() * 3 * DAY;
        return {
          namespace,
          app,
          name: machineName(app, offset + 1),
          index,
          state: app.states?.[offset + 1] ?? 'running',
          created,
          changed: now - Math.floor(age),
          node: nodeAt(index),
          otherNode: nodeAt(index + 1 + Math.floor(random() * (NODE_NAMES.length - 1))),
          hasDataVolume: random() < 0.6,
        };
      }),
    ),
  );
};
