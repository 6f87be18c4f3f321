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

const WIDE: ThProps['visibility'] = ['hidden', 'visibleOnXl'];
const NAME = { sortable: true, modifier: 'nowrap' } as const;
const WIDEST: ThProps['visibility'] = ['hidden', 'visibleOn2Xl'];

/** The columns in their order. Where a row has a problem, that takes the room of three others. */
export const useVmColumns = (problems: boolean): readonly VmColumn[] => {
  const { t } = usePluginTranslation();
  return [
    { id: 'name', title: t('Name'), ...NAME },
    { id: 'namespace', title: t('Namespace'), ...NAME },
    { id: 'status', title: t('Status'), sortable: true },
    { id: 'changed', title: t('Since'), ...NAME },
    ...(problems ? [{ id: 'problem', title: t('Problem'), sortable: false }] : []),
    { id: 'node', title: t('Node'), ...NAME },
    { id: 'memory', title: t('vCPU | Memory'), sortable: true, visibility: WIDE },
    ...(problems
      ? []
      : [
          { id: 'os', title: t('Operating system'), sortable: true, visibility: WIDE },
          { id: 'ip', title: t('IP address'), sortable: false, visibility: WIDEST },
          { id: 'created', title: t('Created'), sortable: true, visibility: WIDEST },
        ]),
  ];
};
