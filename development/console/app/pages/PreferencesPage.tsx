import { Checkbox, Content, Form, FormGroup, PageSection } from '@patternfly/react-core';
import type { UserPreferenceItem } from '@openshift-console/dynamic-plugin-sdk';
import { isUserPreferenceItem, useExtensions } from '../../sdk/extensions';
import { DocumentTitle, ListPageHeader } from '../../sdk/page';
import { useUserPreference } from '../../sdk/useUserPreference';

const Item = ({ id, label, description, field }: UserPreferenceItem['properties']) => {
  const key = 'userSettingsKey' in field ? field.userSettingsKey : id;
  const [value, setValue] = useUserPreference<unknown>(key, '');
  // The kinds of field that no plugin here has are left out.
  if (!('trueValue' in field)) return null;
  const { trueValue, falseValue } = field;
  return (
    <FormGroup label={label} role="group">
      <Content component="small">{description}</Content>
      <Checkbox
        data-test={`preference-${id}`}
        id={id}
        isChecked={value === trueValue}
        label={field.label}
        onChange={(_event, checked) => setValue(checked ? trueValue : falseValue)}
      />
    </FormGroup>
  );
};

/** User Preferences > General with what plugins add to it. */
export const PreferencesPage = () => {
  const items = useExtensions(isUserPreferenceItem);
  return (
    <>
      <DocumentTitle>User Preferences</DocumentTitle>
      <ListPageHeader title="User Preferences" />
      <PageSection hasBodyWrapper={false}>
        {items.length === 0 ? (
          <Content component="p">No plugin adds a preference here.</Content>
        ) : (
          <Form>
            {items.map(({ uid, properties }) => (
              <Item key={uid} {...properties} />
            ))}
          </Form>
        )}
      </PageSection>
    </>
  );
};
