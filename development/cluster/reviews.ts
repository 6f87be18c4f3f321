import { formatTime, listAt, recordAt, textAt, type KubeObject } from '@cnv-ai/engine/kubernetes';
import { grantOf, isPathRule, reviewRule, rulesFor, type Access } from './authorization';
import { answer, type Answer, type ServerContext } from './context';
import { identityOf, type Identity } from './identity';
import type { ApiRequest } from './request';
import { badRequest, invalid } from './status';
import { bodyOf } from './write';

const userInfo = ({ username, uid, groups, extra }: Identity): KubeObject => ({
  username,
  ...(uid === '' ? {} : { uid }),
  groups,
  ...(Object.keys(extra).length === 0 ? {} : { extra }),
});

/** The status of the answer. */
type Review = (server: ServerContext, identity: Identity, sent: KubeObject) => KubeObject;

const tokenReview: Review = (server, _identity, sent) => {
  const token = textAt(sent, 'spec', 'token') ?? '';
  if (token === '') {
    const message = 'Required value: token is required for authentication in tokenreview';
    throw invalid({ group: 'authentication.k8s.io', kind: 'TokenReview' }, '', [
      { field: 'spec.token', reason: 'FieldValueRequired', message },
    ]);
  }
  const user = server.users.find((entry) => entry.token === token);
  if (user === undefined) {
    return { user: {}, error: '[invalid bearer token, token lookup failed]' };
  }
  return {
    authenticated: true,
    user: userInfo(identityOf(user)),
    audiences: ['https://kubernetes.default.svc'],
  };
};

const subjectReview: Review = (_server, identity) => ({ userInfo: userInfo(identity) });

const accessIn = (sent: KubeObject): Access => {
  const path = recordAt(sent, 'spec', 'nonResourceAttributes');
  const resource = recordAt(sent, 'spec', 'resourceAttributes');
  const isPath = Object.keys(path).length > 0;
  if (isPath === Object.keys(resource).length > 0) {
    throw badRequest(
      'exactly one of nonResourceAttributes or resourceAttributes must be specified',
    );
  }
  if (isPath) return { verb: textAt(path, 'verb') ?? '', path: textAt(path, 'path') ?? '' };
  return {
    verb: textAt(resource, 'verb') ?? '',
    group: textAt(resource, 'group') ?? '',
    plural: textAt(resource, 'resource') ?? '',
    subresource: textAt(resource, 'subresource') ?? '',
    namespace: textAt(resource, 'namespace') ?? '',
    name: textAt(resource, 'name') ?? '',
  };
};

const decision = (server: ServerContext, identity: Identity, sent: KubeObject): KubeObject => {
  const reason = grantOf(server.store, identity, accessIn(sent));
  return reason === undefined
    ? { allowed: false }
    : { allowed: true, ...(reason === '' ? {} : { reason }) };
};

const otherSubject = (sent: KubeObject): Identity => {
  const username = textAt(sent, 'spec', 'user') ?? '';
  const groups = listAt(sent, 'spec', 'groups').map(String);
  if (username === '' && groups.length === 0) {
    throw badRequest('at least one of user or group must be specified');
  }
  // The groups are taken as sent: a review asks about exactly this subject.
  return { username, uid: textAt(sent, 'spec', 'uid') ?? '', groups, extra: {} };
};

const rulesReview: Review = (server, identity, sent) => {
  const namespace = textAt(sent, 'spec', 'namespace') ?? '';
  if (namespace === '') throw badRequest('no namespace on request');
  const rules = rulesFor(server.store, identity, namespace).map(({ rule }) => rule);
  return {
    resourceRules: rules.filter((rule) => !isPathRule(rule)).map(reviewRule),
    nonResourceRules: rules.filter(isPathRule).map(reviewRule),
    incomplete: false,
  };
};

const subjectAccess: Review = (server, _identity, sent) =>
  decision(server, otherSubject(sent), sent);

const REVIEWS: Readonly<Record<string, { kind: string; group: string; review: Review }>> = {
  tokenreviews: { kind: 'TokenReview', group: 'authentication.k8s.io', review: tokenReview },
  selfsubjectreviews: {
    kind: 'SelfSubjectReview',
    group: 'authentication.k8s.io',
    review: subjectReview,
  },
  selfsubjectaccessreviews: {
    kind: 'SelfSubjectAccessReview',
    group: 'authorization.k8s.io',
    review: decision,
  },
  subjectaccessreviews: {
    kind: 'SubjectAccessReview',
    group: 'authorization.k8s.io',
    review: subjectAccess,
  },
  localsubjectaccessreviews: {
    kind: 'LocalSubjectAccessReview',
    group: 'authorization.k8s.io',
    review: subjectAccess,
  },
  selfsubjectrulesreviews: {
    kind: 'SelfSubjectRulesReview',
    group: 'authorization.k8s.io',
    review: rulesReview,
  },
};

/** The answer to a review, or `undefined` when the request is for none. */
export const reviewAnswer = (
  server: ServerContext,
  identity: Identity,
  request: ApiRequest,
): Answer | undefined => {
  const { group, version, plural, verb } = request.info;
  const found = REVIEWS[plural];
  if (found?.group !== group || version !== 'v1' || verb !== 'create') return undefined;
  const sent = bodyOf(request);
  // Nothing is created: only the review of oneself carries a time, and it alone has no spec.
  const isSelf = found.review === subjectReview;
  return answer(
    {
      kind: found.kind,
      apiVersion: `${group}/v1`,
      metadata: { creationTimestamp: isSelf ? formatTime(server.now()) : null },
      ...(isSelf ? {} : { spec: recordAt(sent, 'spec') }),
      status: found.review(server, identity, sent),
    },
    201,
  );
};
