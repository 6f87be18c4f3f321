import { usePluginTranslation } from '../../../../i18n';

/** The words for a relation; one that is not known here is shown as it came. */
export const useRelation = (): ((relation: string) => string) => {
  const { t } = usePluginTranslation();
  const words: Readonly<Record<string, string>> = {
    'runs as': t('runs as'),
    'runs in': t('runs in'),
    'on node': t('on node'),
    disk: t('disk'),
    'storage class': t('storage class'),
    'bound to': t('bound to'),
    network: t('network'),
    'sized by': t('sized by'),
    uses: t('uses'),
  };
  return (relation) => (Object.hasOwn(words, relation) ? (words[relation] ?? relation) : relation);
};
