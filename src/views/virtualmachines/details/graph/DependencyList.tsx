import { Icon } from '@patternfly/react-core';
import {
  CheckCircleIcon,
  ExclamationCircleIcon,
  ExclamationTriangleIcon,
  UnknownIcon,
} from '@patternfly/react-icons';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import type { GraphState } from '@cnv-ai/engine/diagnosis';
import { ObjectLink } from '../../../../components/ObjectLink';
import { usePluginTranslation } from '../../../../i18n';
import type { Dependency } from './model';
import { useRelation } from './useRelations';
import { useStates } from './useStates';

const ICONS = {
  ok: { Symbol: CheckCircleIcon, status: 'success' },
  warning: { Symbol: ExclamationTriangleIcon, status: 'warning' },
  error: { Symbol: ExclamationCircleIcon, status: 'danger' },
  missing: { Symbol: ExclamationCircleIcon, status: 'danger' },
  unknown: { Symbol: UnknownIcon, status: undefined },
} as const;

export const StateIcon = ({ state }: { state: GraphState }) => {
  const { Symbol, status } = ICONS[state];
  return (
    <Icon isInline status={status}>
      <Symbol aria-hidden />
    </Icon>
  );
};

/** The same objects as in the picture, for those who read rather than look. */
export const DependencyList = ({ dependencies }: { dependencies: readonly Dependency[] }) => {
  const { t } = usePluginTranslation();
  const states = useStates();
  const relation = useRelation();
  return (
    <Table
      aria-label={t('What the virtual machine depends on')}
      gridBreakPoint="grid-md"
      variant="compact"
    >
      <Thead>
        <Tr>
          <Th>{t('Object')}</Th>
          <Th>{t('State')}</Th>
          <Th>{t('Reached by')}</Th>
        </Tr>
      </Thead>
      <Tbody>
        {dependencies.map(({ id, ref, state, reachedBy }) => (
          <Tr data-test="ai-dependency" key={id}>
            <Td dataLabel={t('Object')}>
              <ObjectLink subject={ref} />
            </Td>
            <Td dataLabel={t('State')}>
              <StateIcon state={state} /> {states[state]}
            </Td>
            <Td dataLabel={t('Reached by')}>
              {reachedBy.map(({ from, relation: how }) => `${from} (${relation(how)})`).join(', ')}
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
};
