import type { Field } from './field';
import { labelField, nameField, namespaceField } from './identity';
import { guestAgentField, ipField, nodeField } from './placement';
import { memoryField, vcpuField } from './size';
import { instancetypeField, osField, preferenceField, runStrategyField } from './software';
import { statusField } from './status';
import { changedField, createdField, startedField } from './times';

/** Every field there is to search by. A new one is one definition, and its place in this list. */
export const FIELDS: readonly Field[] = [
  nameField,
  namespaceField,
  statusField,
  labelField,
  nodeField,
  osField,
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
];

const byName: ReadonlyMap<string, Field> = new Map(FIELDS.map((field) => [field.name, field]));

export const fieldNamed = (name: string): Field | undefined => byName.get(name);

export const FIELD_NAMES = FIELDS.map(({ name }) => name);

export type { Field, QueryContext } from './field';
