import { startTransition, useEffect, useId, useState } from 'react';
import { Checkbox } from '@patternfly/react-core';
import { Table, Tbody, Th, Thead, Tr, type ISortBy, type ThProps } from '@patternfly/react-table';
import type { VmRow } from '@cnv-ai/engine/search';
import { usePluginTranslation } from '../i18n';
import { useVmColumns } from './vm-columns';
import { AT_THE_END, FOR_CHOICE, VmTableRow } from './VmTableRow';

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
  /** The place is narrow, however wide the window is: each row becomes a block. */
  readonly isNarrow?: boolean;
};

export type RowSelection = {
  readonly has: (row: VmRow) => boolean;
  /** The same function all the time. */
  readonly set: (rows: readonly VmRow[], chosen: boolean) => void;
};

/** Rows drawn between two frames. */
const STEP = 10;

/** How many of the rows are drawn by now: all at once would take longer than a frame. */
const useDrawn = (count: number): number => {
  const [drawn, setDrawn] = useState(STEP);
  const isDone = drawn >= count;
  useEffect(() => {
    if (isDone) return undefined;
    const timer = setTimeout(() => startTransition(() => setDrawn(drawn + STEP)));
    return () => clearTimeout(timer);
  }, [drawn, isDone]);
  return drawn;
};

/** VirtualMachines as the console's own list shows them. */
export const VmTable = ({
  rows,
  sort,
  columns: chosen,
  onSort,
  selection,
  isNarrow = false,
}: VmTableProps) => {
  const { t } = usePluginTranslation();
  const id = useId();
  const drawn = useDrawn(rows.length);
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
      gridBreakPoint={isNarrow ? 'grid' : 'grid-lg'}
      variant="compact"
    >
      <Thead>
        <Tr>
          {selection === undefined ? null : (
            <Th {...FOR_CHOICE}>
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
          <Th screenReaderText={t('Actions')} {...AT_THE_END} />
        </Tr>
      </Thead>
      <Tbody>
        {rows.slice(0, drawn).map((row, index) => (
          <VmTableRow
            columns={columns}
            id={`${id}-${index}`}
            isChosen={selection?.has(row)}
            key={`${row.namespace}/${row.name}`}
            onChoose={selection?.set}
            row={row}
          />
        ))}
      </Tbody>
    </Table>
  );
};
