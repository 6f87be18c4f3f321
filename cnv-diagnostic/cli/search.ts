import { searchVms } from '@cnv-ai/engine/search';
import { english } from '@cnv-ai/engine/messages';
import { SetupError } from '../kubernetes/cluster';
import { namespacesProblem } from '../tools/names';
import { NAMESPACES, SOURCE, withSource } from './access';
import type { Command } from './command';
import { wholeNumber, type Options } from './options';
import { formatOf, OUTPUT, serialised } from './output';
import { searchScreen } from './search-screen';

const requestOf = (options: Options) => {
  const query = options.words.join(' ').trim();
  const namespaces = options.texts('namespace');
  const problem = namespacesProblem(namespaces);
  if (problem !== undefined) throw new SetupError(english(problem));
  const limit = wholeNumber('--limit', options.text('limit'), [1, 500]);
  const optional = {
    sort: options.text('sort'),
    cursor: options.text('cursor'),
    timeZone: options.text('time-zone'),
    locale: options.text('locale'),
  };
  if (query === '' && namespaces.length === 0) {
    throw new SetupError('Say what to find: cnv-diagnostic search "VMs that are not running".');
  }
  return {
    ...(query === '' ? {} : { query }),
    ...(namespaces.length === 0 ? {} : { namespaces: [...namespaces] }),
    ...(limit === undefined ? {} : { limit }),
    ...optional,
  };
};

export const search: Command = {
  name: 'search',
  usage: '"<sentence>"',
  summary: 'Find virtual machines with a sentence, such as "failed to start in the last hour".',
  options: {
    ...OUTPUT,
    ...NAMESPACES,
    limit: { type: 'string', value: 'N', help: 'rows on a page (20, at most 500)' },
    cursor: { type: 'string', value: 'TEXT', help: 'the next page, as the page before says' },
    sort: { type: 'string', value: 'FIELD', help: 'sort by a field; "-" before it: descending' },
    'time-zone': { type: 'string', value: 'ZONE', help: 'IANA zone for "today" (UTC)' },
    locale: { type: 'string', value: 'LANG', help: 'language of the sentence (en)' },
    ...SOURCE,
  },
  run: async (options, terminal) => {
    const format = formatOf(options);
    const request = requestOf(options);
    const result = await withSource(options, terminal, (reader, now) =>
      searchVms(reader, request, now, { forModel: false }),
    );
    const answered = result.outcome === 'ok';
    if (format !== 'text' || answered) {
      terminal.out(serialised(result, format) ?? searchScreen(result, terminal));
    }
    if (answered) return 0;
    terminal.err(`${result.clarification ?? 'The search could not be answered.'}\n`);
    return 2;
  },
};
