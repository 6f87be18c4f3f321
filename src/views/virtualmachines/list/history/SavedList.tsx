import { useState } from 'react';
import { Button, Content, Flex, FlexItem, List, ListItem } from '@patternfly/react-core';
import { PencilAltIcon, TrashIcon } from '@patternfly/react-icons';
import { usePluginTranslation } from '../../../../i18n';
import type { Question } from '../question';
import type { Saved } from './history';
import { NameForm } from './NameForm';
import type { History } from './useHistory';
import '../list.css';

export type SavedListProps = {
  readonly history: Pick<History, 'saved' | 'rename' | 'remove'>;
  readonly onAsk: (question: Question) => void;
  /** The button that was pressed is gone: something else has to take the focus. */
  readonly onGone: () => void;
};

/** The searches with a name: run, rename, delete. */
export const SavedList = ({ history, onAsk, onGone }: SavedListProps) => {
  const { t } = usePluginTranslation();
  const [renaming, setRenaming] = useState<string>();
  const { saved, rename, remove } = history;
  const finish = (): void => {
    setRenaming(undefined);
    onGone();
  };
  const item = ({ name, sentence, filter }: Saved) => (
    <Flex
      alignItems={{ default: 'alignItemsCenter' }}
      columnGap={{ default: 'columnGapSm' }}
      flexWrap={{ default: 'nowrap' }}
    >
      <FlexItem flex={{ default: 'flex_1' }}>
        <Button
          className="cnv-ai-plugin__anywhere"
          data-test="ai-search-saved"
          isInline
          onClick={() => onAsk({ sentence, ...(filter === undefined ? {} : { filter }) })}
          variant="link"
        >
          {name}
        </Button>
        {sentence === '' || sentence === name ? null : (
          <Content className="cnv-ai-plugin__anywhere" component="small">
            {sentence}
          </Content>
        )}
      </FlexItem>
      <Button
        aria-label={t('Rename {{name}}', { name })}
        icon={<PencilAltIcon />}
        onClick={() => setRenaming(name)}
        variant="plain"
      />
      <Button
        aria-label={t('Delete {{name}}', { name })}
        icon={<TrashIcon />}
        onClick={() => {
          remove(name);
          onGone();
        }}
        variant="plain"
      />
    </Flex>
  );
  return (
    <List aria-label={t('Saved searches')} isPlain>
      {saved.map((entry) => (
        <ListItem key={entry.name}>
          {renaming === entry.name ? (
            <NameForm
              name={entry.name}
              onCancel={finish}
              onSave={(name) => {
                rename(entry.name, name);
                finish();
              }}
              own={entry.name}
              saved={saved}
            />
          ) : (
            item(entry)
          )}
        </ListItem>
      ))}
    </List>
  );
};
