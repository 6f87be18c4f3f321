import { isRecord, textAt } from '@cnv-ai/engine/kubernetes';
import { mapStrings, renamed, withoutPersonalData } from '@cnv-ai/engine/redaction';
import { fitted } from '../tools/text';
import type { InventoryView, ToolContext, ToolResult } from '../tools/tool';
import type { Aliases } from './aliases';
import { vocabulary } from './vocabulary';

/**
 * In `_meta` of a request: `"real"` asks for real names. A client sets it, never a model: the
 * console does for the pages of its user.
 */
export const NAMES_META = 'cnv-ai.kubevirt.io/names';

/** Keys whose words are those of a fixed list, or paths: no name stands in them. */
const FIXED: ReadonlySet<string> = new Set([
  'apiVersion',
  'confidence',
  'field',
  'id',
  'kind',
  'op',
  'outcome',
  'path',
  'reason',
  'relation',
  'resource',
  'result',
  'risk',
  'rootCauseId',
  'severity',
  'source',
  'stage',
  'state',
  'verdict',
]);

/** What is done to one call before its tool runs, while it reads, and to its answer. */
export type GuardedCall = {
  /** With real names in the place of aliases. */
  readonly args: unknown;
  readonly watch: <T extends Pick<ToolContext, 'reader'> & { readonly inventory: InventoryView }>(
    context: T,
  ) => T;
  readonly told: (result: ToolResult) => ToolResult;
};

export type PrivacyPolicy = (args: unknown, meta: unknown) => GuardedCall;

export type PrivacyParts = {
  /** `keep`: e-mail addresses and the like stay in free text. */
  readonly personalData: 'remove' | 'keep';
  /** Absent: names stay. */
  readonly aliases?: Aliases;
};

type Rewrite = (text: string, key: string) => string;

const rewritten = (result: ToolResult, rewrite: Rewrite): ToolResult => {
  const structured = mapStrings(result.structured, rewrite);
  return {
    ...result,
    text: rewrite(result.text, ''),
    structured: isRecord(structured) ? structured : result.structured,
  };
};

const withoutAliases = (told: GuardedCall['told'], args: unknown): GuardedCall => ({
  args,
  watch: (context) => context,
  told,
});

/** Real names come in, aliases go out. */
const aliased = (args: unknown, { of, undo }: Aliases, told: GuardedCall['told']): GuardedCall => {
  const words = vocabulary();
  // What came as an alias is a name, whether or not there is such an object.
  const real = mapStrings(args, (text) => undo(text, words.add));
  const rename = (name: string): string | undefined => (words.has(name) ? of(name) : undefined);
  return {
    args: real,
    watch: (context) => ({
      ...context,
      reader: words.watching(context.reader),
      inventory: { ...context.inventory, source: words.watchingSource(context.inventory.source) },
    }),
    told: (result) => {
      words.addAnswer(result.structured);
      if (isRecord(real)) {
        for (const key of ['namespace', 'vmName', 'storageClass']) words.add(textAt(real, key));
      }
      const cursor = textAt(result.structured, 'nextCursor');
      const hideCursor = (text: string): string =>
        cursor === undefined ? text : text.replaceAll(cursor, of(cursor));
      const hidden = rewritten(told(result), (text, key) =>
        FIXED.has(key) ? text : renamed(hideCursor(text), rename),
      );
      // An alias is longer than its name.
      return { ...hidden, text: fitted(hidden.text) };
    },
  };
};

/** What a model may be told, as the administrator wants it. */
export const privacyPolicy = ({ personalData, aliases }: PrivacyParts): PrivacyPolicy => {
  const told: GuardedCall['told'] =
    personalData === 'keep'
      ? (result) => result
      : (result) => rewritten(result, withoutPersonalData);
  return (args, meta) => {
    if (aliases === undefined) return withoutAliases(told, args);
    const wantsReal = textAt(meta, NAMES_META) === 'real';
    return wantsReal
      ? withoutAliases(
          told,
          mapStrings(args, (text) => aliases.undo(text)),
        )
      : aliased(args, aliases, told);
  };
};
