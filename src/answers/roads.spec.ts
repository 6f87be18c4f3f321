import { createRoads, REST, type Question } from './roads';
import { object, text } from './shape';
import { RoadClosed, type Road } from './tool-call';

type Answer = { verdict: string };

const QUESTION: Question<Answer> = {
  tool: 'diagnose_vm_error',
  args: { namespace: 'ns1', vmName: 'vm1' },
  shape: object<Answer>({ verdict: text }),
  declined: ({ verdict }) => verdict === 'unavailable',
};

const PROBE = 'search_vms_semantic';
const good = { failed: false, structured: { verdict: 'healthy' } };

const gone = () => Promise.reject(new RoadClosed('no such server', true));
const down = () => Promise.reject(new RoadClosed('no answer', false));
const answers = (structured: unknown, failed = false) => Promise.resolve({ failed, structured });

/** A road of which the test decides how each call ends; it writes down the tools called. */
const makeRoad = (behave: () => ReturnType<Road> = () => Promise.resolve(good)) => {
  const calls: string[] = [];
  const state = { behave };
  const road: Road = (tool) => {
    calls.push(tool);
    return tool === PROBE && state.behave !== gone && state.behave !== down
      ? Promise.resolve(good)
      : state.behave();
  };
  return { road, calls, state };
};

const makeRoads = (...behaviours: (() => ReturnType<Road>)[]) => {
  const [lightspeed, sidecar] = [makeRoad(behaviours[0]), makeRoad(behaviours[1])];
  const clock = { now: 0 };
  const roads = createRoads(
    [
      { source: 'lightspeed', road: lightspeed.road },
      { source: 'sidecar', road: sidecar.road },
    ],
    () => clock.now,
  );
  const ask = async (signal = new AbortController().signal) =>
    (await roads.ask(QUESTION, signal))?.source ?? 'browser';
  return { roads, lightspeed, sidecar, clock, ask };
};

const works = () => Promise.resolve(good);

describe('the order of the roads', () => {
  it.each([
    ['both lead there', works, works, 'lightspeed'],
    ['Lightspeed is not there', gone, works, 'sidecar'],
    ['Lightspeed is down', down, works, 'sidecar'],
    ['neither is there', gone, gone, 'browser'],
    ['Lightspeed gives another shape', () => answers({ verdict: 1 }), works, 'sidecar'],
    ['Lightspeed gives nothing for programs', () => answers(null), works, 'sidecar'],
    ['the tool fails', () => answers({ verdict: 'healthy' }, true), works, 'sidecar'],
    ['the sidecar says it cannot', () => answers({ verdict: 'unavailable' }), works, 'sidecar'],
  ])('when %s', async (_name, lightspeed, sidecar, source) => {
    expect(await makeRoads(lightspeed, sidecar).ask()).toBe(source);
  });
});

describe('what is remembered', () => {
  it('is the probe, however many ask at once', async () => {
    const { ask, lightspeed, sidecar } = makeRoads();
    await Promise.all([ask(), ask(), ask()]);
    await ask();
    expect(lightspeed.calls.filter((tool) => tool === PROBE)).toHaveLength(1);
    expect(lightspeed.calls).toHaveLength(5);
    expect(sidecar.calls).toEqual([]);
  });

  it('is a road that is not there, for good', async () => {
    const { ask, lightspeed, clock } = makeRoads(gone);
    await ask();
    clock.now = 100 * REST;
    await ask();
    expect(lightspeed.calls).toEqual([PROBE]);
  });

  it('is a road that failed, until it has rested', async () => {
    const { ask, lightspeed, clock } = makeRoads();
    expect(await ask()).toBe('lightspeed');
    lightspeed.state.behave = down;
    expect(await ask()).toBe('sidecar');
    lightspeed.state.behave = works;
    clock.now = REST - 1;
    expect(await ask()).toBe('sidecar');
    clock.now = REST;
    expect(await ask()).toBe('lightspeed');
  });

  it('is not a question the user gave up', async () => {
    const controller = new AbortController();
    const { ask, lightspeed } = makeRoads();
    lightspeed.state.behave = () => {
      controller.abort();
      return down();
    };
    await expect(ask(controller.signal)).rejects.toThrow();
    lightspeed.state.behave = works;
    expect(await ask()).toBe('lightspeed');
  });
});

describe('prepare', () => {
  it.each([
    ['both lead there', works, works, [PROBE], []],
    ['the first does not', gone, works, [PROBE], [PROBE]],
    ['neither does', gone, gone, [PROBE], [PROBE]],
  ])('probes until one is found, when %s', async (_name, first, second, asked, alsoAsked) => {
    const { roads, lightspeed, sidecar } = makeRoads(first, second);
    await roads.prepare();
    expect([lightspeed.calls, sidecar.calls]).toEqual([asked, alsoAsked]);
  });

  it('leaves nothing to be probed before the first question', async () => {
    const { roads, lightspeed, sidecar, ask } = makeRoads(gone, works);
    await roads.prepare();
    await ask();
    expect(lightspeed.calls).toEqual([PROBE]);
    expect(sidecar.calls).toEqual([PROBE, QUESTION.tool]);
  });
});

describe('isOpen', () => {
  it('probes once and says what it found', async () => {
    const { roads, lightspeed } = makeRoads(works, gone);
    expect(await roads.isOpen('lightspeed')).toBe(true);
    expect(await roads.isOpen('lightspeed')).toBe(true);
    expect(await roads.isOpen('sidecar')).toBe(false);
    expect(lightspeed.calls).toEqual([PROBE]);
  });
});
