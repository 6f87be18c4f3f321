import {
  formatTime,
  nameOf,
  namespaceOf,
  numberAt,
  uidOf,
  type KubeObject,
} from '@cnv-ai/engine/kubernetes';
import { suffixFrom } from './names';
import { servedPlural } from './resources';
import type { Store } from './store';

type Note = {
  readonly reason: string;
  readonly message: string;
  readonly time: number;
  readonly type?: 'Normal' | 'Warning';
  readonly component: string;
};

/** An event about an object, as the recorder of a controller writes it. */
export const eventOf = (about: KubeObject, note: Note): KubeObject => {
  const namespace = namespaceOf(about) ?? 'default';
  const key = `${namespace}/${nameOf(about)}/${note.reason}/${note.message}`;
  const time = formatTime(note.time);
  return {
    apiVersion: 'v1',
    kind: 'Event',
    metadata: {
      name: `${nameOf(about)}.${suffixFrom(key)}${suffixFrom(`${key}#`)}`,
      namespace,
      creationTimestamp: time,
    },
    involvedObject: {
      apiVersion: about.apiVersion,
      kind: about.kind,
      name: nameOf(about),
      namespace,
      uid: uidOf(about),
    },
    type: note.type ?? 'Normal',
    reason: note.reason,
    message: note.message,
    source: { component: note.component },
    firstTimestamp: time,
    lastTimestamp: time,
    count: 1,
    eventTime: null,
    reportingComponent: note.component,
    reportingInstance: '',
  };
};

const EVENTS = servedPlural('events');

/** Writes an event, or counts the one that says the same, as the recorder of a controller does. */
export const recordEvent = (store: Store, about: KubeObject, note: Note): void => {
  const event = eventOf(about, note);
  const before = store.get(EVENTS, namespaceOf(event), nameOf(event));
  if (before === undefined) store.create(event);
  else {
    const count = (numberAt(before, 'count') ?? 1) + 1;
    store.update({ ...before, count, lastTimestamp: event.lastTimestamp });
  }
};
