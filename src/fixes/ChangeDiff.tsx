import { List, ListItem } from '@patternfly/react-core';
import { usePluginTranslation } from '../i18n';
import type { Difference } from './diff';

const Side = ({ sign, name, value }: { sign: string; name: string; value: string | undefined }) => {
  const Tag = sign === '+' ? 'ins' : 'del';
  return value === undefined ? null : (
    <Tag aria-label={`${name}: ${value}`} className="cnv-ai-plugin__diff-line">
      <span aria-hidden>{sign}</span> {value}
    </Tag>
  );
};

/** What becomes of each field that changes. */
export const ChangeDiff = ({ differences }: { differences: readonly Difference[] }) => {
  const { t } = usePluginTranslation();
  return (
    <List aria-label={t('What will change')} data-test="ai-fix-diff" isPlain>
      {differences.map(({ path, before, after }) => (
        <ListItem className="cnv-ai-plugin__value" key={path}>
          {path}
          <Side name={t('Now')} sign="-" value={before} />
          <Side name={t('Then')} sign="+" value={after} />
        </ListItem>
      ))}
    </List>
  );
};
