import { byCodeUnit, flagAt, listAt, nameOf, textAt, type KubeObject } from '../../../kubernetes';
import { english, say, type Message } from '../../../messages';
import { defaultClassOf } from '../../storage-classes';
import type { GraphState } from '../../types';
import type { StorageClassReport } from './types';

/** What stands beside the classes; `undefined`: it could not be read. */
export type ClassContext = {
  readonly drivers?: readonly KubeObject[];
  readonly snapshotClasses?: readonly KubeObject[];
  readonly profiles?: readonly KubeObject[];
};

type Judged = { state: GraphState; message: Message };

const NO_PROVISIONER = 'kubernetes.io/no-provisioner';

/** In-tree provisioners and those made by hand have no CSIDriver. */
const isCsi = (provisioner: string): boolean =>
  provisioner !== NO_PROVISIONER && !provisioner.startsWith('kubernetes.io/');

const lacksModes = (profile: KubeObject | undefined): boolean =>
  profile !== undefined && listAt(profile, 'status', 'claimPropertySets').length === 0;

const judge = (one: KubeObject, provisioner: string, context: ClassContext): Judged => {
  const isGone =
    isCsi(provisioner) && context.drivers?.every((driver) => nameOf(driver) !== provisioner);
  const profile = context.profiles?.find((found) => nameOf(found) === nameOf(one));
  if (isGone === true && lacksModes(profile)) {
    return {
      state: 'error',
      message: say('No CSI driver {{provisioner}} is registered: nothing makes its volumes.', {
        provisioner,
      }),
    };
  }
  if (provisioner === NO_PROVISIONER) {
    return {
      state: 'ok',
      message: say('Its volumes are made by hand or by the local storage operator.'),
    };
  }
  if (lacksModes(profile)) {
    return {
      state: 'warning',
      message: say(
        'Its StorageProfile has no access mode: disks that leave the mode to CDI are not made.',
      ),
    };
  }
  return { state: 'ok', message: say('Nothing is wrong with it.') };
};

const reportOf = (
  one: KubeObject,
  isDefault: boolean,
  context: ClassContext,
): StorageClassReport => {
  const provisioner = textAt(one, 'provisioner') ?? '';
  const { state, message } = judge(one, provisioner, context);
  const snapshotClass = context.snapshotClasses?.find(
    (found) => textAt(found, 'driver') === provisioner,
  );
  return {
    name: nameOf(one),
    provisioner,
    isDefault,
    bindingMode: textAt(one, 'volumeBindingMode') ?? 'Immediate',
    expandable: flagAt(one, 'allowVolumeExpansion') === true,
    ...(snapshotClass === undefined ? {} : { snapshotClass: nameOf(snapshotClass) }),
    state,
    message: english(message),
    messageMessage: message,
  };
};

/** The classes, the default one first. */
export const reportClasses = (
  classes: readonly KubeObject[],
  context: ClassContext,
): StorageClassReport[] => {
  const usual = defaultClassOf(classes);
  return [...classes]
    .sort((a, b) => Number(b === usual) - Number(a === usual) || byCodeUnit(nameOf(a), nameOf(b)))
    .map((one) => reportOf(one, one === usual, context));
};
