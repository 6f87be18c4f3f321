import type { Page } from 'playwright-core';
import { SERVED } from '../../development/cluster/resources';
import { readCatalogue } from '../../locales/extract';
import { accessibility, pseudoTexts, tooWide, untranslated, usePseudoLocale } from './inspect';
import { ADMINISTRATOR, startSession, type Session } from './session';
import { leave, visit, VIEWS } from './views';

let session: Session;
const pages = new Map<string, Page>();
/** What was asked of anybody but the console. */
const outside: string[] = [];

beforeAll(async () => {
  session = await startSession();
});
afterAll(() => session.close());

/** One page for each user: logging in takes longer than most views. */
const pageOf = async (user: string, unasked: boolean): Promise<Page> => {
  const key = `${user} ${unasked}`;
  const page = pages.get(key) ?? (await session.open(user, '/', { unasked }));
  if (!pages.has(key)) {
    await usePseudoLocale(page, pseudoTexts(readCatalogue()));
    page.on('request', (request) => {
      const { protocol, origin } = new URL(request.url());
      if (protocol.startsWith('http') && origin !== session.stack.console.url) {
        outside.push(request.url());
      }
    });
  }
  pages.set(key, page);
  return page;
};

const addTexts = (value: unknown, texts: Set<string>): void => {
  if (typeof value === 'string') texts.add(value);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      texts.add(key);
      addTexts(item, texts);
    }
  }
};

/** Every text that stands in an object of the cluster. */
const textsOfCluster = (): Set<string> => {
  const texts = new Set<string>();
  for (const resource of SERVED) {
    texts.add(resource.kind);
    for (const object of session.stack.cluster?.store.list(resource) ?? []) addTexts(object, texts);
  }
  return texts;
};

/** Products, sizes, ages, kinds' badges and paths stay as they are, or are written by the browser. */
const SAME =
  /^(\d.* [GT]iB|\d+\w+ ago|(RHEL|Windows|Fedora|CentOS|Ubuntu)\b.*|[A-Z]{1,4}|\/.*|[\w.-]+=.*|error status)$/;

/** Whether a text is made of what the cluster says, such as a kind and a name. */
const isSame = (text: string, cluster: ReadonlySet<string>): boolean =>
  cluster.has(text) ||
  SAME.test(text) ||
  text
    .split(/[\s/():,]+/)
    .filter((part) => part !== '')
    .every((part) => cluster.has(part));

describe.each(VIEWS)('$name', (view) => {
  it('is accessible in every theme, fits a telephone and is translated', async () => {
    const { path, user = ADMINISTRATOR, unasked = false, above } = view;
    const page = await pageOf(user, unasked);
    await visit(page, view);
    const cluster = textsOfCluster();
    for (const part of path.split('/')) cluster.add(part);
    const found = {
      accessibility: await accessibility(page),
      tooWide: await tooWide(page),
      untranslated: await untranslated(page, (text) => isSame(text, cluster), above),
    };
    await leave(page, view);
    expect(found).toEqual({ accessibility: [], tooWide: [], untranslated: [] });
  });
});

it('talks to the console and to nobody else, in all of these', () => {
  expect(pages.size).toBeGreaterThan(0);
  expect(outside).toEqual([]);
});
