import { Content, Stack, StackItem } from '@patternfly/react-core';
import { Link } from 'react-router';
import type { SearchResult } from '@cnv-ai/engine/search';
import { VmTable } from '../../../components/VmTable';
import { useHasVmList } from '../../../flags/useHasVmList';
import { useMessage, usePluginTranslation } from '../../../i18n';
import { useMeaning } from '../../virtualmachines/list/ChipLabel';

/** What tells machines apart in a narrow place. */
const NARROW = ['namespace', 'status'];

/** A search result for a narrow place: what was searched for, the rows, and where all of them are. */
export const SearchFindings = ({ result }: { readonly result: SearchResult }) => {
  const { t } = usePluginTranslation();
  const message = useMessage();
  const meaning = useMeaning();
  const hasVmList = useHasVmList();
  const { interpretation, clarification, clarificationMessage, outcome, vms, total, listUrl } =
    result;
  const fails = vms.some(({ problem }) => problem !== undefined);
  const columns = fails ? [...NARROW, 'problem'] : NARROW;
  if (outcome !== 'ok') {
    return (
      <Content component="p">
        {clarificationMessage === undefined ? clarification : message(clarificationMessage)}
      </Content>
    );
  }
  return (
    <Stack hasGutter>
      <StackItem>{meaning(interpretation)}</StackItem>
      {vms.length === 0 ? (
        <StackItem>{t('No VirtualMachine matches.')}</StackItem>
      ) : (
        <StackItem>
          <VmTable columns={columns} isNarrow rows={vms} />
        </StackItem>
      )}
      {hasVmList && total > vms.length ? (
        <StackItem>
          <Link to={listUrl}>{t('Open all {{total}} in the VirtualMachines list', { total })}</Link>
        </StackItem>
      ) : null}
    </Stack>
  );
};
