import { useState } from 'react';
import {
  Button,
  Form,
  FormGroup,
  FormHelperText,
  HelperText,
  HelperTextItem,
  InputGroup,
  InputGroupItem,
  TextInput,
} from '@patternfly/react-core';
import { usePluginTranslation } from '../../../i18n';

export type ChipEditorProps = {
  readonly label: string;
  readonly text: string;
  /** Answers false when the text is no value for this constraint. */
  readonly onApply: (text: string) => boolean;
};

/** Another value for one constraint. */
export const ChipEditor = ({ label, text, onApply }: ChipEditorProps) => {
  const { t } = usePluginTranslation();
  const [draft, setDraft] = useState(text);
  const [refused, setRefused] = useState(false);
  const apply = () => setRefused(!onApply(draft));
  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault();
        apply();
      }}
    >
      <FormGroup fieldId="ai-search-chip-value" label={label}>
        <InputGroup>
          <InputGroupItem isFill>
            <TextInput
              data-test="ai-search-chip-value"
              id="ai-search-chip-value"
              onChange={(_event, value) => setDraft(value)}
              validated={refused ? 'error' : 'default'}
              value={draft}
            />
          </InputGroupItem>
          <InputGroupItem>
            <Button data-test="ai-search-chip-apply" type="submit" variant="control">
              {t('Apply')}
            </Button>
          </InputGroupItem>
        </InputGroup>
        {refused ? (
          <FormHelperText>
            <HelperText>
              <HelperTextItem variant="error">
                {t('“{{text}}” cannot be used here. Type a value like “{{example}}”.', {
                  text: draft,
                  example: text,
                })}
              </HelperTextItem>
            </HelperText>
          </FormHelperText>
        ) : null}
      </FormGroup>
    </Form>
  );
};
