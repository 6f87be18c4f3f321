import { backupFailedField, backupField, backupTimeField, lastBackupField } from './backups';
import type { Field } from './field';
import {
  cdromField,
  dedicatedCpuField,
  gpuField,
  hostDeviceField,
  hugepagesField,
  secureBootField,
  tpmField,
} from './devices';
import { nodeCordonedField, nodeReadyField, zoneField } from './hosts';
import { folderField, labelField, machineField, nameField, namespaceField } from './identity';
import {
  architectureField,
  deletionProtectionField,
  descriptionField,
  evictionStrategyField,
  migratableField,
  migrationBlockerField,
  restartRequiredField,
} from './lifecycle';
import {
  migratedField,
  migrationCountField,
  migrationFailedField,
  migrationField,
  migrationFromField,
  migrationToField,
} from './migrations';
import { bindingField, macField, networkField, nicCountField } from './network';
import { guestAgentField, ipField, nodeField } from './placement';
import { affinityField, nodeSelectorField, tolerationsField } from './scheduling';
import { memoryField, vcpuField } from './size';
import {
  lastSnapshotField,
  snapshotCountField,
  snapshotFailedField,
  snapshotField,
  snapshotTimeField,
} from './snapshots';
import {
  instancetypeField,
  osField,
  osVersionField,
  preferenceField,
  runStrategyField,
} from './software';
import { problemField } from './problem';
import { statusField } from './status';
import {
  accessModeField,
  bootSourceField,
  diskCountField,
  diskField,
  diskSizeField,
  storageClassField,
  templateField,
} from './storage';
import { changedField, createdField, startedField } from './times';
import { warningField } from './warnings';

/** Every field there is to search by. A new one is one definition, and its place in this list. */
export const FIELDS: readonly Field[] = [
  nameField,
  namespaceField,
  statusField,
  machineField,
  labelField,
  folderField,
  nodeField,
  osField,
  osVersionField,
  vcpuField,
  memoryField,
  createdField,
  changedField,
  startedField,
  ipField,
  runStrategyField,
  guestAgentField,
  instancetypeField,
  preferenceField,
  macField,
  networkField,
  bindingField,
  nicCountField,
  diskField,
  diskCountField,
  diskSizeField,
  storageClassField,
  accessModeField,
  bootSourceField,
  templateField,
  gpuField,
  hostDeviceField,
  secureBootField,
  tpmField,
  dedicatedCpuField,
  hugepagesField,
  cdromField,
  migratableField,
  migrationBlockerField,
  restartRequiredField,
  deletionProtectionField,
  descriptionField,
  architectureField,
  evictionStrategyField,
  affinityField,
  nodeSelectorField,
  tolerationsField,
  snapshotField,
  snapshotCountField,
  snapshotTimeField,
  snapshotFailedField,
  lastSnapshotField,
  backupField,
  backupTimeField,
  backupFailedField,
  lastBackupField,
  migrationField,
  migrationCountField,
  migratedField,
  migrationFailedField,
  migrationFromField,
  migrationToField,
  nodeCordonedField,
  nodeReadyField,
  zoneField,
  warningField,
  problemField,
];

const byName: ReadonlyMap<string, Field> = new Map(FIELDS.map((field) => [field.name, field]));

export const fieldNamed = (name: string): Field | undefined => byName.get(name);

export const FIELD_NAMES = FIELDS.map(({ name }) => name);

export type { Field, QueryContext, ResourceName } from './field';
