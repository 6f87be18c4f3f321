import { memo } from 'react';
import { Checkbox } from '@patternfly/react-core';
import { Td, Tr } from '@patternfly/react-table';
import type { VmRow } from '@cnv-ai/engine/search';
import { usePluginTranslation } from '../i18n';
import { VmActions } from './VmActions';
import { VmCell } from './VmCell';
import type { VmColumn } from './vm-columns';

/** Where PatternFly places a checkbox that chooses a row. */
export const FOR_CHOICE = { className: 'pf-v6-c-table__check' };

/** A table wider than its place scrolls; the actions stay in view. */
export const AT_THE_END = {
  className: 'cnv-ai-plugin__at-the-end',
  isStickyColumn: true,
  stickyMinWidth: '0',
  stickyRightOffset: '0',
};

export type VmTableRowProps = {
  readonly row: VmRow;
  readonly columns: readonly VmColumn[];
  /** Of its checkbox. */
  readonly id: string;
  /** Without it the row cannot be chosen. */
  readonly isChosen?: boolean;
  readonly onChoose?: (rows: readonly VmRow[], chosen: boolean) => void;
};

const Row = ({ row, columns, id, isChosen, onChoose }: VmTableRowProps) => {
  const { t } = usePluginTranslation();
  return (
    <Tr data-test="ai-search-row">
      {isChosen === undefined ? null : (
        <Td {...FOR_CHOICE}>
          <Checkbox
            aria-label={t('Select {{name}}', { name: row.name })}
            id={id}
            isChecked={isChosen}
            onChange={(_event, chosen) => onChoose?.([row], chosen)}
          />
        </Td>
      )}
      {columns.map(({ id: column, title, visibility, modifier }) => (
        <Td dataLabel={title} key={column} modifier={modifier} visibility={visibility}>
          <VmCell column={column} row={row} t={t} />
        </Td>
      ))}
      <Td isActionCell {...AT_THE_END}>
        <VmActions row={row} t={t} />
      </Td>
    </Tr>
  );
};

const isSame = (before: VmTableRowProps, after: VmTableRowProps): boolean =>
  before.columns === after.columns &&
  before.id === after.id &&
  before.isChosen === after.isChosen &&
  before.onChoose === after.onChoose &&
  JSON.stringify(before.row) === JSON.stringify(after.row);

/** Drawn again only when it shows something else: a list that is live has the same rows anew. */
export const VmTableRow = memo(Row, isSame);
