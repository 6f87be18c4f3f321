import { useMemo } from 'react';
import type { ThProps } from '@patternfly/react-table';
import { usePluginTranslation } from '../i18n';

/** A column of the result table. `id` is the field of the query language it sorts by. */
export type VmColumn = {
  readonly id: string;
  readonly title: string;
  readonly sortable: boolean;
  /** Left out below this width, where the narrower columns tell more. */
  readonly visibility?: ThProps['visibility'];
  /** `nowrap` keeps names in one piece; elsewhere the title may take two lines. */
  readonly modifier?: 'nowrap';
};

const NAME = { sortable: true, modifier: 'nowrap' } as const;
const WIDEST: ThProps['visibility'] = ['hidden', 'visibleOn2Xl'];

/** A column whose row value stands in `fields`: it has to be asked for. */
const ASKED = ['started', 'runStrategy', 'instancetype', 'preference', 'guestAgent'] as const;

const SHOWN = [
  ...['name', 'namespace', 'status', 'changed', 'problem', 'node', 'memory', 'os', 'ip', 'created'],
  ...ASKED,
];

const LABEL = 'label:';

const isLabelColumn = (id: string): boolean => id.startsWith(LABEL) && id.length > LABEL.length;

/** Whether there is such a column; `label:<key>` is one for every label key. */
export const isColumn = (id: string): boolean => SHOWN.includes(id) || isLabelColumn(id);

export const labelColumn = (key: string): string => `${LABEL}${key}`;

/** Of the columns, those that a search has to be asked for by name. */
export const askedColumns = (columns: readonly string[]): string[] =>
  columns.filter((id) => isLabelColumn(id) || ASKED.some((asked) => asked === id));

/** Every column but those of labels, in the order of the table. */
export const useAllVmColumns = (): readonly VmColumn[] => {
  const { t } = usePluginTranslation();
  return useMemo(
    () => [
      { id: 'name', title: t('Name'), ...NAME },
      { id: 'namespace', title: t('Namespace'), ...NAME },
      { id: 'status', title: t('Status'), sortable: true },
      { id: 'changed', title: t('Since'), ...NAME },
      { id: 'problem', title: t('Problem'), sortable: false },
      { id: 'node', title: t('Node'), ...NAME },
      { id: 'memory', title: t('vCPU | Memory'), sortable: true, visibility: WIDEST },
      { id: 'os', title: t('Operating system'), sortable: true, visibility: WIDEST },
      { id: 'ip', title: t('IP address'), sortable: false },
      { id: 'created', title: t('Created'), sortable: true },
      { id: 'started', title: t('Started'), ...NAME },
      { id: 'runStrategy', title: t('Run strategy'), sortable: true },
      { id: 'instancetype', title: t('Instance type'), sortable: true },
      { id: 'preference', title: t('Preference'), sortable: true },
      { id: 'guestAgent', title: t('Guest agent'), sortable: false },
    ],
    [t],
  );
};

/** Beside the others there is room for them on the widest screens only. */
const ON_DEMAND: readonly string[] = ['ip', 'created', ...ASKED];
const PROBLEM_TAKES: readonly string[] = ['os'];
/** Left out below the widest width where a problem is shown: what fails is mostly on no node. */
const PROBLEM_NARROWS: readonly string[] = ['node', 'memory'];

const isUsual = (id: string, problems: boolean): boolean => {
  if (ON_DEMAND.includes(id)) return false;
  return problems ? !PROBLEM_TAKES.includes(id) : id !== 'problem';
};

const columnsOf = (
  all: readonly VmColumn[],
  problems: boolean,
  chosen: readonly string[] | undefined,
): readonly VmColumn[] => {
  if (chosen === undefined) {
    const narrowed = (id: string) =>
      problems && PROBLEM_NARROWS.includes(id) ? WIDEST : undefined;
    return all
      .filter(({ id }) => isUsual(id, problems))
      .map((column) => ({ ...column, visibility: narrowed(column.id) ?? column.visibility }));
  }
  const wanted = all.filter(({ id }) => id === 'name' || chosen.includes(id));
  // More than fit are scrolled to: they need not break their values.
  const unbroken = (id: string) => (id === 'problem' ? {} : { modifier: 'nowrap' as const });
  const labels = chosen.filter(isLabelColumn).map((id) => ({
    id,
    title: id.slice(LABEL.length),
    sortable: false,
    modifier: 'nowrap' as const,
  }));
  return [
    ...wanted.map((column) => ({ ...column, visibility: undefined, ...unbroken(column.id) })),
    ...labels,
  ];
};

/**
 * The columns in their order: those chosen, at every width, else those that fit. Where a row has a
 * problem, that takes the room of others.
 */
export const useVmColumns = (
  problems: boolean,
  chosen?: readonly string[],
): readonly VmColumn[] => {
  const all = useAllVmColumns();
  return useMemo(() => columnsOf(all, problems, chosen), [all, problems, chosen]);
};
