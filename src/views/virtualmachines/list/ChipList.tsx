import { Flex, FlexItem } from '@patternfly/react-core';
import type { Chip, Predicate } from '@cnv-ai/engine/search';
import { usePluginTranslation } from '../../../i18n';
import { ChipLabel } from './ChipLabel';
import { groupChips, withChipText, withoutChip } from './chips';
import './list.css';

export type ChipListProps = {
  readonly chips: readonly Chip[];
  /** What the chips say after one was removed or edited; `undefined` asks for everything. */
  readonly onChange?: (filter: Predicate | undefined) => void;
};

/** The interpretation, one chip a constraint; alternatives stand together in a frame. */
export const ChipList = ({ chips, onChange }: ChipListProps) => {
  const { t } = usePluginTranslation();
  const edit = (id: string, text: string): boolean => {
    const filter = withChipText(chips, id, text);
    if (filter === undefined || onChange === undefined) return false;
    onChange(filter);
    return true;
  };
  const label = (chip: Chip) => (
    <ChipLabel
      chip={chip}
      key={chip.id}
      onEdit={onChange && ((text) => edit(chip.id, text))}
      onRemove={onChange && (() => onChange(withoutChip(chips, chip.id)))}
    />
  );
  return (
    <Flex aria-label={t('How the question was understood')} gap={{ default: 'gapSm' }} role="group">
      {groupChips(chips).map(([first, ...others]) => (
        <FlexItem key={first.id}>
          {others.length === 0 ? (
            label(first)
          ) : (
            <span
              aria-label={t('Any of these')}
              className="cnv-ai-plugin__alternatives"
              role="group"
            >
              <small>{t('any of')}</small>
              {[first, ...others].map(label)}
            </span>
          )}
        </FlexItem>
      ))}
    </Flex>
  );
};
