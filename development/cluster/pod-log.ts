import { listAt, nameOf, textAt } from '@cnv-ai/engine/kubernetes';
import { answer, type Answer, type ResourceCall } from './context';
import { storedOf } from './read';
import { badRequest } from './status';

const containerOf = (call: ResourceCall): string => {
  const pod = storedOf(call);
  const names = [
    ...listAt(pod, 'spec', 'initContainers'),
    ...listAt(pod, 'spec', 'containers'),
  ].map((container) => textAt(container, 'name') ?? '');
  const asked = call.request.query.get('container') ?? '';
  if (asked !== '' && !names.includes(asked)) {
    throw badRequest(`container ${asked} is not valid for pod ${nameOf(pod)}`);
  }
  const own = listAt(pod, 'spec', 'containers');
  if (asked === '' && own.length > 1) {
    const choices = own.map((container) => textAt(container, 'name') ?? '').join(' ');
    throw badRequest(
      `a container name must be specified for pod ${nameOf(pod)}, choose one of: [${choices}]`,
    );
  }
  return asked === '' ? (textAt(own, 0, 'name') ?? '') : asked;
};

/** `log` of a pod, from the logs the cluster was started with; a container without one is silent. */
export const podLog = (call: ResourceCall): Answer => {
  const { namespace, name } = call.request.info;
  const container = containerOf(call);
  if (call.request.query.get('previous') === 'true') {
    throw badRequest(`previous terminated container "${container}" in pod "${name}" not found`);
  }
  const text = call.server.logs[`${namespace ?? ''}/${name}/${container}`] ?? '';
  const tail = call.request.query.get('tailLines') ?? '';
  if (tail === '') return answer(text);
  if (!/^\d+$/.test(tail)) throw badRequest(`Invalid value: "${tail}": tailLines is not a number`);
  const lines = text.split('\n').slice(0, text.endsWith('\n') ? -1 : undefined);
  const count = Number(tail);
  const last = count === 0 ? [] : lines.slice(-count);
  return answer(last.length === 0 ? '' : `${last.join('\n')}\n`);
};
