import { at, listAt, recordAt, textAt } from '@cnv-ai/engine/kubernetes';
import { objects, users } from '../testing/api-server';
import { startCollector } from '../testing/collector';
import { until } from '../testing/poll';
import { cleanup, post, serveBefore, toolCall } from '../testing/serving';
import { namespace, virtualMachine } from '../testing/vms';

const done = cleanup();
afterEach(done.run);

const TRACE = '0af7651916cd43dd8448eb211c80319c';
const PARENT = 'b7ad6b7169203331';

const spansIn = (body: string): unknown[] =>
  listAt(JSON.parse(body), 'resourceSpans').flatMap((resource) =>
    listAt(resource, 'scopeSpans').flatMap((scope) => listAt(scope, 'spans')),
  );

it('a call is a span of the trace it came with, and each read one below it, without a name or a token', async () => {
  const collector = await startCollector(done);
  const { server } = await serveBefore(
    done,
    [
      users({ 'canary-token': 'alice' }),
      objects([namespace('shop'), virtualMachine('shop', 'web')]),
    ],
    { traceEndpoint: collector.url },
  );
  const body = toolCall('explain_vm_status', { namespace: 'shop', vmName: 'web' });
  const headers = { traceparent: `00-${TRACE}-${PARENT}-01` };
  expect((await post(server, body, { token: 'canary-token', headers })).status).toBe(200);
  await server.close();
  await until(() => collector.got.length > 0);
  expect(collector.got.map(({ path }) => path)).toEqual(['/v1/traces']);
  const [{ body: sent } = { body: '' }] = collector.got;
  const spans = spansIn(sent);
  const call = spans.find((span) => textAt(span, 'name') === 'tools/call explain_vm_status');
  expect(call).toMatchObject({ traceId: TRACE, parentSpanId: PARENT });
  const reads = spans.filter((span) => span !== call);
  expect(reads.length).toBeGreaterThan(0);
  for (const read of reads) {
    expect(textAt(read, 'name')).toMatch(/^GET [a-z]+$/);
    expect(at(read, 'parentSpanId')).toBe(at(call, 'spanId'));
  }
  expect(recordAt(call, 'status')).toEqual({ code: 0 });
  expect(sent).not.toMatch(/canary|alice|shop|"web"/);
});
