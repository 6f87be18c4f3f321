import { ListPageCreate } from '@openshift-console/dynamic-plugin-sdk';
import { useParams } from 'react-router';
import { VIRTUAL_MACHINE } from '../../../components/vm-paths';
import { usePluginTranslation } from '../../../i18n';
import { SearchPage } from './SearchPage';

const Create = () => {
  const { t } = usePluginTranslation();
  const { ns } = useParams();
  return (
    <ListPageCreate
      createAccessReview={{ groupVersionKind: VIRTUAL_MACHINE, namespace: ns }}
      groupVersionKind={VIRTUAL_MACHINE}
    >
      {t('Create VirtualMachine')}
    </ListPageCreate>
  );
};

/**
 * The list of VirtualMachines of a console whose virtualization plugin is not installed: all of
 * them until a sentence narrows them down.
 */
export const VirtualMachineListPage = () => {
  const { t } = usePluginTranslation();
  return <SearchPage actions={<Create />} listsAll title={t('VirtualMachines')} />;
};
