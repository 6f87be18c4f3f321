import {
  annotationsOf,
  listAt,
  namespaceOf,
  RESOURCES,
  textAt,
  uidOf,
  type KubeObject,
} from '../../kubernetes';
import type { Lookup } from '../facts';
import { saidByConditions } from '../statements';
import type { Reference } from './read';

const isCloned = (claim: KubeObject): boolean =>
  textAt(claim, 'spec', 'dataSourceRef', 'kind') === 'VolumeCloneSource';

/** Annotation of a claim: the project that its content is cloned from. */
export const SOURCE_PROJECT = 'cdi.kubevirt.io/dataSourceNamespace';

/** The other project that the content of a claim is cloned from. */
const foreignProjectOf = (claim: KubeObject | undefined): string | undefined => {
  const namespace = annotationsOf(claim)[SOURCE_PROJECT];
  return namespace === namespaceOf(claim) ? undefined : namespace;
};

/** The other projects that disks are cloned from which a quota keeps from being filled. */
export const sourceProjectsOverQuota = (
  claims: readonly Lookup[],
  dataVolumes: readonly Lookup[],
): string[] => {
  const short = dataVolumes.filter(({ object }) =>
    saidByConditions(object).some(({ text, reason }) => /exceeded ?quota/i.test(reason + text)),
  );
  const projects = claims
    .filter(({ ref }) => short.some((one) => one.ref.name === ref.name))
    .map(({ object }) => foreignProjectOf(object));
  return [...new Set(projects.filter((project) => project !== undefined))];
};

/** Into `tmp-pvc-<uid>` CDI clones before it hands the volume over: in the project of the source. */
export const foreignWorkClaimReferences = (claims: readonly Lookup[]): Reference[] =>
  claims.flatMap(({ object }) => {
    const [namespace, uid] = [foreignProjectOf(object), uidOf(object)];
    const isFilled = textAt(object, 'status', 'phase') === 'Bound';
    if (object === undefined || namespace === undefined || uid === undefined || isFilled) return [];
    return isCloned(object)
      ? [
          {
            resource: RESOURCES.persistentVolumeClaims,
            namespace,
            name: `tmp-pvc-${uid}`,
            namedBy: object,
            path: ['metadata', 'annotations', SOURCE_PROJECT],
          },
        ]
      : [];
  });

/**
 * Names of the claims CDI makes in the VM's own project to fill others that are not filled:
 * `prime-<uid>` and its scratch space, and `tmp-pvc-<uid>` half way of a clone.
 */
export const workClaimNames = (claims: readonly Lookup[]): ReadonlySet<string> =>
  new Set(
    claims.flatMap(({ object }) => {
      const prime = annotationsOf(object)['cdi.kubevirt.io/storage.populator.pvcPrime'];
      const isFilled = textAt(object, 'status', 'phase') === 'Bound';
      const uid = uidOf(object);
      if (isFilled || object === undefined) return [];
      return [
        ...(prime === undefined ? [] : [prime, `${prime}-scratch`]),
        ...(isCloned(object) && uid !== undefined && foreignProjectOf(object) === undefined
          ? [`tmp-pvc-${uid}`]
          : []),
      ];
    }),
  );

/** True when a CDI worker pod works for one of these claims, by owner uid or by the prime's name. */
export const worksFor = (pod: KubeObject, claims: readonly Lookup[]): boolean => {
  const owners = listAt(pod, 'metadata', 'ownerReferences');
  return claims.some(({ object, ref }) =>
    owners.some((owner) => {
      const name = textAt(owner, 'name');
      const uid = uidOf(object);
      return (
        (uid !== undefined && textAt(owner, 'uid') === uid) ||
        (textAt(owner, 'kind') === 'PersistentVolumeClaim' &&
          (name === ref.name ||
            name === annotationsOf(object)['cdi.kubevirt.io/storage.populator.pvcPrime']))
      );
    }),
  );
};
