import { useState } from 'react';
import { Button } from '@patternfly/react-core';
import { CheckIcon, LinkIcon } from '@patternfly/react-icons';
import { usePluginTranslation } from '../../../i18n';

type State = 'ready' | 'copied' | 'refused';

/** The address of this answer as others can open it: question, order, page and columns. */
export const CopyLink = ({ path }: { path: string }) => {
  const { t } = usePluginTranslation();
  const [outcome, setOutcome] = useState<{ path: string; state: State }>();
  // Of another answer nothing has been copied yet.
  const state = outcome?.path === path ? outcome.state : 'ready';
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(new URL(path, window.location.origin).href);
      setOutcome({ path, state: 'copied' });
    } catch {
      setOutcome({ path, state: 'refused' });
    }
  };
  const label = {
    ready: t('Copy link'),
    copied: t('Link copied'),
    refused: t('The browser does not allow copying. Copy the address bar instead.'),
  }[state];
  return (
    <Button
      data-test="ai-search-copy-link"
      icon={state === 'copied' ? <CheckIcon /> : <LinkIcon />}
      onClick={() => void copy()}
      variant="link"
    >
      <span aria-live="polite">{label}</span>
    </Button>
  );
};
