import { useCallback, useEffect, useRef, useState } from 'react';
import { say, type Message } from '@cnv-ai/engine/messages';
import type { SearchRequest } from '@cnv-ai/engine/search';
import { answerSearch } from '../../../../answers/source';
import { useImpersonating } from '../../../../answers/useImpersonating';
import { csvOf } from './csv';
import { download } from '../../../../components/download';
import { exportAll, jsonOf, type Exported, type Progress } from './export-all';

export type Format = 'csv' | 'json';

export type ExportState =
  | { readonly is: 'idle' }
  | { readonly is: 'running'; readonly format: Format; readonly progress: Progress }
  | { readonly is: 'failed'; readonly format: Format; readonly problem: Message };

const IDLE: ExportState = { is: 'idle' };
const START: Progress = { rows: 0, total: 0 };

const save = (format: Format, found: Exported, fields: readonly string[], sentence: string) => {
  const name = `virtualmachines-${found.first.asOf.slice(0, 19).replaceAll(':', '')}.${format}`;
  if (format === 'csv') download(name, 'text/csv;charset=utf-8', csvOf(found.rows, fields));
  else download(name, 'application/json', jsonOf(found, sentence));
};

const failure = (error: unknown): Message =>
  say('The rows could not be read ({{reason}}). Nothing was saved: try again.', {
    reason: error instanceof Error ? error.message : String(error),
  });

export type Export = {
  readonly state: ExportState;
  readonly start: (format: Format) => void;
  /** Gives up what is running, or the failure that is shown. */
  readonly stop: () => void;
};

/** Saves the whole result, asked page by page with the user's own rights. */
export const useExport = (request: SearchRequest | undefined, sentence: string): Export => {
  const impersonating = useImpersonating();
  const [state, setState] = useState<ExportState>(IDLE);
  const running = useRef<AbortController | undefined>(undefined);
  const stop = useCallback(() => {
    running.current?.abort();
    running.current = undefined;
    setState(IDLE);
  }, []);
  useEffect(() => () => running.current?.abort(), []);

  const start = (format: Format): void => {
    if (request === undefined) return;
    running.current?.abort();
    const mine = new AbortController();
    running.current = mine;
    const show = (next: ExportState): void => {
      if (!mine.signal.aborted) setState(next);
    };
    show({ is: 'running', format, progress: START });
    exportAll(
      request,
      async (asked, signal) => (await answerSearch(asked, signal, { impersonating })).result,
      (progress) => show({ is: 'running', format, progress }),
      mine.signal,
    )
      .then((found) => {
        if (mine.signal.aborted) return;
        if ('problem' in found) {
          show({ is: 'failed', format, problem: found.problem });
          return;
        }
        save(format, found, request.columns ?? [], sentence);
        show(IDLE);
      })
      .catch((error: unknown) => show({ is: 'failed', format, problem: failure(error) }));
  };
  return { state, start, stop };
};
