import { nameOf, RESOURCES, textAt } from '@cnv-ai/engine/kubernetes';
import { createShelf, feedOf } from '@cnv-ai/engine/search';
import { createLog } from '../../observability/log';
import { until } from '../../testing/poll';
import { cleanup } from '../../testing/serving';
import { virtualMachine } from '../../testing/vms';
import { atVersion, startWatchApi } from '../../testing/watch-api';
import { gate } from '../gate';
import { ownApi } from './own-api';
import { reflector } from './reflector';

const done = cleanup();
afterEach(done.run);

const vm = (name: string, status = 'Stopped') => virtualMachine('shop', name, status);

const following = async (initial = [vm('a'), vm('b')]) => {
  const api = await startWatchApi(initial);
  done.add(api.close);
  const resolve = () => Promise.resolve({ token: 'sidecar' });
  const own = ownApi({ cluster: { server: api.url }, identity: { name: 'sidecar', resolve } });
  done.add(own.close);
  const shelf = createShelf<string>();
  const feed = feedOf({
    resource: RESOURCES.virtualMachines,
    shelf,
    keep: (object) => textAt(object, 'status', 'printableStatus'),
  });
  const time = { now: 1000 };
  const lines: string[] = [];
  const made = reflector({
    feed,
    api: own,
    lists: gate(1),
    clock: () => time.now,
    log: createLog('warn', { write: (line) => void lines.push(line) }),
    backoff: { first: 1, most: 5 },
  });
  const stop = new AbortController();
  const running = made.run(stop.signal);
  done.add(async () => {
    stop.abort();
    await running;
  });
  const held = () => [...shelf.of('shop')].sort(([a], [b]) => (a < b ? -1 : 1));
  const names = () => held().map(([name]) => name);
  const statuses = () => held().map(([, status]) => status);
  const watch = async (index: number) => {
    await until(() => api.watches.length > index);
    return api.watches[index]!;
  };
  return { ...api, made, time, lines, names, statuses, watch };
};

describe('a kind', () => {
  it('is listed page by page, and watched from the version of the list', async () => {
    const many = Array.from({ length: 1201 }, (_, index) => vm(`vm-${index + 1000}`));
    const { lists, names, watch } = await following(many);
    expect((await watch(0)).version).toBe('100');
    expect(lists.map((search) => search.get('limit'))).toEqual(['500', '500', '500']);
    expect(names()).toEqual(many.map(nameOf));
  });

  it('is listed anew when a page has expired', async () => {
    const many = Array.from({ length: 600 }, (_, index) => vm(`vm-${index + 1000}`));
    const { state, lists, names, watch } = await following([]);
    const open = await watch(0);
    state.objects = many;
    state.expired.add('500');
    open.send('ERROR', { kind: 'Status', code: 410 });
    await watch(1);
    expect([lists.length, names().length]).toEqual([5, 600]);
  });

  it('follows what is added, modified and deleted', async () => {
    const { names, statuses, watch } = await following();
    const open = await watch(0);
    open.send('ADDED', atVersion(vm('aa', 'Starting'), '101'));
    open.send('MODIFIED', atVersion(vm('b', 'Running'), '102'));
    await until(() => statuses().includes('Running'));
    expect([names(), statuses()]).toEqual([
      ['a', 'aa', 'b'],
      ['Stopped', 'Starting', 'Running'],
    ]);
    open.send('DELETED', atVersion(vm('a'), '103'));
    await until(() => names().length === 2);
    expect(names()).toEqual(['aa', 'b']);
  });

  it('takes an event that comes in pieces, within a character too', async () => {
    const { statuses, watch } = await following();
    const open = await watch(0);
    const object = atVersion(vm('b', 'Läuft'), '101');
    const bytes = Buffer.from(`${JSON.stringify({ type: 'MODIFIED', object })}\n`);
    const middle = bytes.indexOf('ä') + 1;
    open.write(bytes.subarray(0, middle));
    await new Promise((resolve) => setTimeout(resolve, 20));
    open.write(bytes.subarray(middle));
    await until(() => statuses().includes('Läuft'));
  });

  it('is as old as the list, the event or the bookmark that came last', async () => {
    const { made, time, watch } = await following();
    const open = await watch(0);
    expect(made.asOf()).toBe(1000);
    time.now = 2000;
    open.send('BOOKMARK', { metadata: { resourceVersion: '150' } });
    await until(() => made.asOf() === 2000);
    time.now = 3000;
    open.send('MODIFIED', atVersion(vm('b', 'Running'), '160'));
    await until(() => made.asOf() === 3000);
  });

  it.each<[string, 'end' | 'cut']>([
    ['ended', 'end'],
    ['cut off', 'cut'],
  ])('whose watch is %s is watched again from the last version, not listed', async (_, how) => {
    const { lists, watch } = await following();
    const open = await watch(0);
    open.send('BOOKMARK', { metadata: { resourceVersion: '170' } });
    await new Promise((resolve) => setTimeout(resolve, 20));
    open[how]();
    expect([(await watch(1)).version, lists.length]).toEqual(['170', 1]);
  });

  it.each([401, 403, 429, 500, 503])('refused with %i is asked for again', async (status) => {
    const { state, lists, lines, watch } = await following();
    state.refusals.push(status, status);
    (await watch(0)).cut();
    expect([(await watch(1)).version, lists.length]).toEqual(['100', 1]);
    expect(lines.filter((line) => line.includes(`HTTP status ${status}`))).toHaveLength(2);
  });

  it.each([
    ['an expired version', { kind: 'Status', code: 410 }],
    ['an error', { kind: 'Status', code: 500 }],
  ])('is listed anew after %s, and what is gone is forgotten', async (_, error) => {
    const { state, lists, names, watch } = await following();
    const open = await watch(0);
    state.objects = [vm('b'), vm('c')];
    state.version = '500';
    open.send('ERROR', error);
    expect([(await watch(1)).version, lists.length]).toEqual(['500', 2]);
    expect(names()).toEqual(['b', 'c']);
  });

  it('is listed anew when the watch is refused because of its version', async () => {
    const { state, lists, watch } = await following();
    state.refusals.push(410);
    state.version = '500';
    (await watch(0)).cut();
    expect([(await watch(1)).version, lists.length]).toEqual(['500', 2]);
  });

  it('is listed anew after what is no event', async () => {
    const { lists, watch } = await following();
    (await watch(0)).write('<html>\n');
    await watch(1);
    expect(lists).toHaveLength(2);
  });
});
