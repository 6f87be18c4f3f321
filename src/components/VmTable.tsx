import { useId } from 'react';
import { useNavigate } from 'react-router';
import { Checkbox, MenuToggle } from '@patternfly/react-core';
import { EllipsisVIcon } from '@patternfly/react-icons';
import {
  ActionsColumn,
  Table,
  Tbody,
  Td,
  Th,
  Thead,
  Tr,
  type ISortBy,
  type ThProps,
} from '@patternfly/react-table';
import type { VmRow } from '@cnv-ai/engine/search';
import { useHasVmList } from '../flags/useHasVmList';
import { usePluginTranslation } from '../i18n';
import { VmCell } from './VmCell';
import { useVmColumns } from './vm-columns';
import { diagnosisPath, listPath, vmPath } from './vm-paths';

export type VmSort = { readonly by: string; readonly direction: 'asc' | 'desc' };

export type VmTableProps = {
  readonly rows: readonly VmRow[];
  readonly sort?: VmSort;
  /** The columns chosen; without them those that fit the rows. */
  readonly columns?: readonly string[];
  /** Without it the table keeps the order given and offers no sorting. */
  readonly onSort?: (sort: VmSort) => void;
  /** Without it rows cannot be chosen. */
  readonly selection?: RowSelection;
};

export type RowSelection = {
  readonly has: (row: VmRow) => boolean;
  readonly set: (rows: readonly VmRow[], chosen: boolean) => void;
};

/** A table wider than its place scrolls, and the actions stay in view. */
const AT_THE_END = { stickyMinWidth: '0', stickyRightOffset: '0' };

const RowActions = ({ row: { namespace, name } }: { row: VmRow }) => {
  const { t } = usePluginTranslation();
  const navigate = useNavigate();
  const hasVmList = useHasVmList();
  const go = (path: string) => () => void navigate(path);
  return (
    <ActionsColumn
      actionsToggle={({ onToggle, isOpen, toggleRef }) => (
        <MenuToggle
          aria-label={t('Actions of {{name}}', { name })}
          icon={<EllipsisVIcon />}
          isExpanded={isOpen}
          onClick={onToggle}
          ref={toggleRef}
          variant="plain"
        />
      )}
      items={[
        { title: t('Get AI Diagnosis'), onClick: go(diagnosisPath(namespace, name)) },
        { title: t('View details'), onClick: go(vmPath(namespace, name)) },
        ...(hasVmList
          ? [{ title: t('Show in VirtualMachines list'), onClick: go(listPath(namespace, name)) }]
          : []),
      ]}
      popperProps={{ appendTo: () => document.body, position: 'right' }}
    />
  );
};

/** VirtualMachines as the console's own list shows them. */
export const VmTable = ({ rows, sort, columns: chosen, onSort, selection }: VmTableProps) => {
  const { t } = usePluginTranslation();
  const id = useId();
  const columns = useVmColumns(
    rows.some(({ problem }) => problem !== undefined),
    chosen,
  );
  const sortBy: ISortBy = {
    index: sort === undefined ? undefined : columns.findIndex(({ id }) => id === sort.by),
    direction: sort?.direction,
    defaultDirection: 'asc',
  };
  const sorting = (columnIndex: number): ThProps['sort'] => {
    const column = columns[columnIndex];
    if (onSort === undefined || column?.sortable !== true) return undefined;
    return {
      sortBy,
      columnIndex,
      onSort: (_event, _index, direction) => onSort({ by: column.id, direction }),
    };
  };
  return (
    <Table
      aria-label={t('VirtualMachines found')}
      data-test="ai-search-results"
      gridBreakPoint="grid-lg"
      variant="compact"
    >
      <Thead>
        <Tr>
          {selection === undefined ? null : (
            <Th>
              <Checkbox
                aria-label={t('Select all VirtualMachines of this page')}
                id={`${id}-all`}
                isChecked={rows.length > 0 && rows.every(selection.has)}
                onChange={(_event, chosen) => selection.set(rows, chosen)}
              />
            </Th>
          )}
          {columns.map(({ id: column, title, visibility, modifier }, index) => (
            <Th
              key={column}
              modifier={modifier ?? 'wrap'}
              sort={sorting(index)}
              visibility={visibility}
            >
              {title}
            </Th>
          ))}
          <Th isStickyColumn screenReaderText={t('Actions')} {...AT_THE_END} />
        </Tr>
      </Thead>
      <Tbody>
        {rows.map((row, rowIndex) => (
          <Tr data-test="ai-search-row" key={`${row.namespace}/${row.name}`}>
            {selection === undefined ? null : (
              <Td>
                <Checkbox
                  aria-label={t('Select {{name}}', { name: row.name })}
                  id={`${id}-${rowIndex}`}
                  isChecked={selection.has(row)}
                  onChange={(_event, chosen) => selection.set([row], chosen)}
                />
              </Td>
            )}
            {columns.map(({ id: column, title, visibility, modifier }) => (
              <Td dataLabel={title} key={column} modifier={modifier} visibility={visibility}>
                <VmCell column={column} row={row} />
              </Td>
            ))}
            <Td isActionCell isStickyColumn {...AT_THE_END}>
              <RowActions row={row} />
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
};
