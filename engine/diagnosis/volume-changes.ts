import { listAt, textAt, type KubeObject, type Path } from '../kubernetes';

/** A volume that the VM names another claim for than the running instance uses. */
export type VolumeChange = {
  readonly volume: string;
  /** Names of the claims: what runs, and what it should move to. */
  readonly from: string;
  readonly to: string;
  /** Where the VM's template names the new one. */
  readonly path: Path;
  /** Where the instance names the old one. */
  readonly runningPath: Path;
};

const FIELDS = [
  ['persistentVolumeClaim', 'claimName'],
  ['dataVolume', 'name'],
] as const;

const claimOf = (volume: unknown): { name: string; field: readonly string[] } | undefined => {
  for (const field of FIELDS) {
    const name = textAt(volume, ...field);
    if (name !== undefined) return { name, field };
  }
  return undefined;
};

/** Live storage migration is asked for by naming other claims in the template of a running VM. */
export const volumeChangesOf = (vm: KubeObject, vmi: KubeObject | undefined): VolumeChange[] => {
  const running = listAt(vmi, 'spec', 'volumes');
  const TEMPLATE = ['spec', 'template', 'spec', 'volumes'] as const;
  return listAt(vm, ...TEMPLATE).flatMap((volume, index) => {
    const name = textAt(volume, 'name') ?? '';
    const at = running.findIndex((one) => textAt(one, 'name') === name);
    const [to, from] = [claimOf(volume), claimOf(running[at])];
    if (to === undefined || from === undefined || to.name === from.name) return [];
    return [
      {
        volume: name,
        from: from.name,
        to: to.name,
        path: [...TEMPLATE, index, ...to.field],
        runningPath: ['spec', 'volumes', at, ...from.field],
      },
    ];
  });
};
