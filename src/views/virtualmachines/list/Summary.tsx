import { Content } from '@patternfly/react-core';
import { cut } from '@cnv-ai/engine/redaction';
import type { SearchResult } from '@cnv-ai/engine/search';
import { usePluginTranslation } from '../../../i18n';
import { useMeaning } from './ChipLabel';

/** Characters; the chips above say it all. */
const READABLE_LENGTH = 240;

/** How many there are and what was asked; announced when it changes. */
export const Summary = ({ result }: { result: SearchResult | undefined }) => {
  const { t } = usePluginTranslation();
  const meaning = useMeaning();
  const { outcome, total, interpretation, scope, unknown = 0 } = result ?? {};
  const notes = [
    unknown === 0
      ? ''
      : t('{{count}} more may match but could not be checked.', { count: unknown }),
    outcome === 'ok' && scope?.hidden === true ? t('Only projects you may see were searched.') : '',
  ].filter((note) => note !== '');
  return (
    <div aria-live="polite" data-test="ai-search-summary" role="status">
      {outcome === 'ok' && interpretation !== undefined ? (
        <Content component="p">
          {t('{{count}} VMs: {{meaning}}', {
            count: total,
            meaning: cut(meaning(interpretation), READABLE_LENGTH),
          })}
        </Content>
      ) : null}
      {notes.length === 0 ? null : <Content component="small">{notes.join(' ')}</Content>}
    </div>
  );
};
