/** @jest-environment ./development/console/testing/browser-environment.ts */
import { startConsoleServer, type Answer, type ConsoleServer } from '../testing/console-server';
import { consoleFetch, consoleFetchJSON, consoleFetchText, HttpError } from '.';
import { SESSION_ENDED } from './session';

let server: ConsoleServer;
let answers: Answer[] = [];

beforeEach(async () => {
  answers = [];
  document.cookie = 'csrf-token=forged-not';
  server = await startConsoleServer(() => answers.shift() ?? { body: { fine: true } });
});

afterEach(() => server.close());

const caught = async (work: Promise<unknown>): Promise<HttpError> => {
  const error: unknown = await work.catch((problem: unknown) => problem);
  if (!(error instanceof HttpError)) throw new Error('There was no HttpError.');
  return error;
};

it('sends the CSRF token of the cookie and keeps the caller’s headers', async () => {
  await consoleFetch('/x', { headers: { Accept: 'text/plain' } });
  expect(server.asked[0]?.headers).toMatchObject({
    accept: 'text/plain',
    'x-csrftoken': 'forged-not',
  });
});

it('throws what the API server said, with code, response and JSON', async () => {
  const body = { kind: 'Status', message: 'pods is forbidden' };
  answers = [{ status: 403, body }];
  const error = await caught(consoleFetch('/x'));
  expect(error).toMatchObject({ message: 'pods is forbidden', code: 403, json: body });
  expect(error.response?.status).toBe(403);
});

it('prefers the causes of an invalid object', async () => {
  const causes = [{ message: 'spec.a is required' }, { message: 'spec.b must be a number' }];
  answers = [{ status: 422, body: { message: 'invalid', details: { causes } } }];
  const { message } = await caught(consoleFetchJSON.post('/x', {}));
  expect(message).toBe('spec.a is required; spec.b must be a number');
});

it('tries again after 429 and gives up at last', async () => {
  answers = [{ status: 429 }, { status: 429 }];
  expect(await consoleFetchJSON('/x')).toEqual({ fine: true });
  expect(server.asked).toHaveLength(3);
  answers = Array.from({ length: 4 }, () => ({ status: 429, body: {} }));
  expect(await caught(consoleFetch('/x'))).toMatchObject({ code: 429 });
});

it('gives up waiting for headers in time', async () => {
  answers = [{ delay: 5000 }];
  await expect(consoleFetch('/slow', {}, 20)).rejects.toThrow('No answer from /slow within 20 ms.');
});

it('tells the page that the session ended', async () => {
  const ended = jest.fn();
  window.addEventListener(SESSION_ENDED, ended, { once: true });
  answers = [{ status: 401, body: { message: 'who?' } }];
  await caught(consoleFetch('/x'));
  expect(ended).toHaveBeenCalledTimes(1);
});

it.each([
  ['post', 'POST', { a: 1 }, 'application/json'],
  ['put', 'PUT', { a: 1 }, 'application/json'],
  ['patch', 'PATCH', [{ op: 'remove', path: '/a' }], 'application/json-patch+json'],
  ['patch', 'PATCH', { a: null }, 'application/merge-patch+json'],
  ['delete', 'DELETE', { kind: 'DeleteOptions' }, 'application/json'],
] as const)('%s sends %s with %j', async (name, method, body, type) => {
  await consoleFetchJSON[name]('/x', body);
  const [asked] = server.asked;
  expect(asked).toMatchObject({ method, headers: { 'content-type': type } });
  expect(JSON.parse(asked?.body ?? '')).toEqual(body);
});

it('reads text, and an empty answer as an empty object', async () => {
  answers = [{ body: 'words' }, {}];
  expect(await consoleFetchText('/x')).toBe('"words"');
  expect(await consoleFetchJSON('/x')).toEqual({});
});
