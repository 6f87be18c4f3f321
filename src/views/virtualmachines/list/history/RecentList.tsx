import { Button, Flex, FlexItem, List, ListItem } from '@patternfly/react-core';
import { TimesIcon } from '@patternfly/react-icons';
import { usePluginTranslation } from '../../../../i18n';
import type { Recent } from './history';
import '../list.css';

export type RecentListProps = {
  readonly recent: Recent;
  readonly onAsk: (sentence: string) => void;
  readonly onForget: (sentence: string) => void;
};

/** The sentences asked before, the last one first. */
export const RecentList = ({ recent, onAsk, onForget }: RecentListProps) => {
  const { t } = usePluginTranslation();
  return (
    <List aria-label={t('Recent searches')} isPlain>
      {recent.map((sentence) => (
        <ListItem key={sentence}>
          <Flex
            alignItems={{ default: 'alignItemsCenter' }}
            columnGap={{ default: 'columnGapSm' }}
            flexWrap={{ default: 'nowrap' }}
          >
            <FlexItem flex={{ default: 'flex_1' }}>
              <Button
                className="cnv-ai-plugin__anywhere"
                data-test="ai-search-recent"
                isInline
                onClick={() => onAsk(sentence)}
                variant="link"
              >
                {sentence}
              </Button>
            </FlexItem>
            <Button
              aria-label={t('Forget {{sentence}}', { sentence })}
              icon={<TimesIcon />}
              onClick={() => onForget(sentence)}
              variant="plain"
            />
          </Flex>
        </ListItem>
      ))}
    </List>
  );
};
