import { listen, type Listening } from './listen';

/** A Kubernetes API that knows the token `<user>-token` of each user, by SelfSubjectReview. */
export const startCluster = (users: readonly string[]): Promise<Listening> =>
  listen((request, response) => {
    const name = users.find((user) => request.headers.authorization === `Bearer ${user}-token`);
    const asked = request.url === '/apis/authentication.k8s.io/v1/selfsubjectreviews';
    response.writeHead(name === undefined ? 401 : asked ? 201 : 404, {
      'content-type': 'application/json',
    });
    const userInfo = { username: name, uid: `uid-of-${name ?? ''}`, groups: [] };
    response.end(JSON.stringify({ kind: 'SelfSubjectReview', status: { userInfo } }));
  });
