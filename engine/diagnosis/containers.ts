import { listAt, parseTime, textAt, numberAt, type KubeObject, type Path } from '../kubernetes';
import { nameOf } from '../kubernetes';
import { proof } from './evidence';
import type { Statement } from './statements';

/** The status of one container of a pod, and where it stands. */
export type ContainerStatus = {
  readonly pod: KubeObject;
  readonly name: string;
  readonly entry: unknown;
  readonly path: Path;
  readonly restarts: number;
};

/** Init containers first, as the kubelet runs them. */
export const containersOf = (pod: KubeObject | undefined): ContainerStatus[] =>
  pod === undefined
    ? []
    : ['initContainerStatuses', 'containerStatuses'].flatMap((list) =>
        listAt(pod, 'status', list).map((entry, index) => ({
          pod,
          name: textAt(entry, 'name') ?? '',
          entry,
          path: ['status', list, index],
          restarts: numberAt(entry, 'restartCount') ?? 0,
        })),
      );

const STATES = [
  ['state', 'waiting'],
  ['state', 'terminated'],
  ['lastState', 'terminated'],
] as const;

/** The reason of a container's waiting or ended state, newest first. */
export const stateReasons = ({ entry }: ContainerStatus): string[] =>
  STATES.flatMap((state) => textAt(entry, ...state, 'reason') ?? []);

const NO_IMAGE =
  /^(?:ErrImagePull|ImagePullBackOff|InvalidImageName|ErrImageNeverPull|RegistryUnavailable|ImageInspectError|SignatureValidationFailed)$/;

/** True while the kubelet cannot get the container's image. */
export const isWaitingForImage = ({ entry }: ContainerStatus): boolean =>
  NO_IMAGE.test(textAt(entry, 'state', 'waiting', 'reason') ?? '');

/**
 * The volume whose container disk a launcher's container carries. KubeVirt's `volume<name>-init`
 * copies nothing but pulls first.
 */
export const volumeOf = (container: string): string | undefined =>
  /^volume(.+?)(?:-init)?$/.exec(container)?.[1];

/** What containers say while they wait or after they ended, the present state first. */
export const saidByContainers = (containers: readonly ContainerStatus[]): Statement[] =>
  containers.flatMap(({ pod, entry, path }) =>
    STATES.flatMap((state) => {
      const text = textAt(entry, ...state, 'message');
      const reason = textAt(entry, ...state, 'reason') ?? '';
      const time = parseTime(textAt(entry, ...state, 'finishedAt'));
      if (text === undefined && reason === '') return [];
      return [
        {
          text: text?.slice(0, 8192) ?? '',
          reason,
          source: 'condition' as const,
          evidence: proof(pod, ...path, ...state, text === undefined ? 'reason' : 'message'),
          ...(time === undefined ? {} : { time }),
          about: { kind: 'Pod', name: nameOf(pod) },
        },
      ];
    }),
  );
