import { conditionOf, createdOf, parseTime, type Condition, type KubeObject } from '../kubernetes';
import { isRunning } from './intent';
import { saidByEvents, type Statement } from './statements';

/** QEMU stopped the guest rather than let it see a failed write. */
export type StoragePause = {
  readonly vmi: KubeObject;
  readonly condition: Condition;
  /** What virt-handler said about it last, and the volume it named. */
  readonly said?: Statement;
  readonly volume: string;
  readonly isFull: boolean;
};

const VOLUME = /(?:space on|error at the) volume: ?(\S+)/;

/** The pause the VMI is in now, when storage caused it. Events of earlier boots do not count. */
export const storagePauseOf = (
  vmi: KubeObject | undefined,
  events: readonly KubeObject[],
): StoragePause | undefined => {
  const condition = conditionOf(vmi, 'Paused');
  if (vmi === undefined || !isRunning(vmi)) return undefined;
  if (condition?.status !== 'True' || condition.reason !== 'PausedIOError') return undefined;
  const booted = parseTime(createdOf(vmi)) ?? 0;
  const said = saidByEvents(events).find(
    ({ reason, time, about }) =>
      reason === 'IOerror' && about.kind === 'VirtualMachineInstance' && (time ?? booted) >= booted,
  );
  return {
    vmi,
    condition,
    ...(said === undefined ? {} : { said }),
    volume: VOLUME.exec(said?.text ?? '')?.[1] ?? '',
    isFull: /not enough space|no space/i.test(said?.text ?? ''),
  };
};
