import { answer, type Answer, type ServerContext } from '../context';
import type { ApiRequest } from '../request';
import { bodyOf, isDryRun, methodNotAllowed } from '../write';
import { restart, start, stop } from './lifecycle';
import { migrate } from './migrate';
import type { Operation } from './operation';
import { pause, unpause } from './pause';

type Handler = { readonly run: (operation: Operation) => void; readonly code: number };

const HANDLERS: Readonly<Record<string, Handler>> = {
  'virtualmachines/start': { run: start, code: 202 },
  'virtualmachines/stop': { run: stop, code: 202 },
  'virtualmachines/restart': { run: restart, code: 202 },
  'virtualmachines/migrate': { run: migrate, code: 202 },
  'virtualmachineinstances/pause': { run: pause, code: 200 },
  'virtualmachineinstances/unpause': { run: unpause, code: 200 },
};

/** The answer of virt-api to an operation on a machine; `undefined` when the request is for none. */
export const operate = (server: ServerContext, sent: ApiRequest): Answer | undefined => {
  const { group, version, plural, subresource, namespace, name, verb } = sent.info;
  const handler = HANDLERS[`${plural}/${subresource}`];
  if (group !== 'subresources.kubevirt.io' || version !== 'v1' || handler === undefined) {
    return undefined;
  }
  if (verb !== 'update') throw methodNotAllowed();
  const options = sent.body.trim() === '' ? {} : bodyOf(sent);
  const dryRun = isDryRun(sent, options);
  handler.run({ server, namespace: namespace ?? '', name, options, dryRun });
  return answer('', handler.code);
};
