import { textAt } from '@cnv-ai/engine/kubernetes';
import { fromProtobuf } from './protobuf';
import { as, withCluster } from './testing';

/** A length-delimited field. */
const field = (number: number, value: string | Buffer): Buffer => {
  const bytes = Buffer.from(value);
  return Buffer.concat([Buffer.from([number * 8 + 2, bytes.length]), bytes]);
};

const message = (apiVersion: string, kind: string, raw: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from('k8s\0'),
    field(1, Buffer.concat([field(1, apiVersion), field(2, kind)])),
    field(2, raw),
    // contentEncoding and contentType, empty as client-go sends them
    field(3, ''),
    field(4, ''),
  ]);

const attributes = Buffer.concat([
  field(1, 'prod-web'),
  field(2, 'list'),
  field(3, 'kubevirt.io'),
  field(4, '*'),
  field(5, 'virtualmachines'),
]);
const review = message(
  'authorization.k8s.io/v1',
  'SelfSubjectAccessReview',
  Buffer.concat([
    field(1, field(8, Buffer.alloc(0))),
    field(2, field(1, attributes)),
    field(3, ''),
  ]),
);

describe('fromProtobuf', () => {
  it('reads an access review', () => {
    expect(fromProtobuf(review)).toEqual({
      apiVersion: 'authorization.k8s.io/v1',
      kind: 'SelfSubjectAccessReview',
      spec: {
        resourceAttributes: {
          namespace: 'prod-web',
          verb: 'list',
          group: 'kubevirt.io',
          version: '*',
          resource: 'virtualmachines',
        },
      },
    });
  });

  it('reads names and labels, and skips numbers', () => {
    const generation = Buffer.from([7 * 8, 0x96, 0x01]);
    const label = field(11, Buffer.concat([field(1, 'env'), field(2, 'dev')]));
    const metadata = Buffer.concat([field(1, 'fresh'), generation, label]);
    expect(fromProtobuf(message('v1', 'Namespace', field(1, metadata)))).toEqual({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: 'fresh', labels: { env: 'dev' } },
    });
  });

  it.each([
    ['JSON', Buffer.from('{}')],
    ['an unlisted kind', message('v1', 'Pod', Buffer.alloc(0))],
    ['nothing', Buffer.alloc(0)],
  ])('leaves %s alone', (_title, body) => {
    expect(fromProtobuf(body)).toBeUndefined();
  });

  it('ends on a body that is cut off', () => {
    expect(fromProtobuf(review.subarray(0, -20))).toMatchObject({
      kind: 'SelfSubjectAccessReview',
    });
  });
});

it('answers a review sent as protobuf', () =>
  withCluster({ objects: [] }, async (cluster) => {
    const reply = await as(cluster, 'viewer')(
      '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews',
      {
        method: 'POST',
        body: new Uint8Array(review),
        headers: { 'content-type': 'application/vnd.kubernetes.protobuf' },
      },
    );
    expect(reply).toMatchObject({ code: 201, body: { status: { allowed: true } } });
    expect(textAt(reply.body, 'kind')).toBe('SelfSubjectAccessReview');
  }));
