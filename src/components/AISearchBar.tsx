import { useDeferredValue, useState } from 'react';
import { useNavigate } from 'react-router';
import type { AISearchBarProps } from '../embedding/extensions';
import { usePluginTranslation } from '../i18n';
import { Preview } from '../views/virtualmachines/list/Preview';
import { SearchBar } from '../views/virtualmachines/list/SearchBar';
import { useCluster } from '../views/virtualmachines/list/useCluster';
import { searchPath } from './search-path';

/** A sentence for the page "AI search". Nothing is read before somebody goes to it. */
export const AISearchBar = ({ namespace, onSearch }: AISearchBarProps) => {
  const { i18n } = usePluginTranslation();
  const navigate = useNavigate();
  const [isUsed, setUsed] = useState(false);
  const [draft, setDraft] = useState('');
  const typed = useDeferredValue(draft).trim();
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const { cluster, renew } = useCluster({ namespace, timeZone, language: i18n.language }, isUsed);
  const submit = (): void => {
    const sentence = draft.trim();
    if (sentence === '') return;
    if (onSearch === undefined) void navigate(searchPath(sentence, namespace));
    else onSearch(sentence);
  };
  return (
    <SearchBar
      entries={cluster.entries}
      onChange={setDraft}
      onFocus={isUsed ? renew : () => setUsed(true)}
      onSubmit={submit}
      preview={typed === '' ? null : <Preview sentence={typed} />}
      value={draft}
    />
  );
};
