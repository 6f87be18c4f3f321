import { useId, useState } from 'react';
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
import { usePluginTranslation } from '../../../../i18n';
import { NAME_LIMIT, nameProblem, type NameProblem, type Saved } from './history';

export type NameFormProps = {
  readonly saved: readonly Saved[];
  readonly name: string;
  /** The name it has now, when it has one. */
  readonly own?: string;
  readonly onSave: (name: string) => void;
  readonly onCancel: () => void;
};

const useProblemText = (): Readonly<Record<NameProblem, string>> => {
  const { t } = usePluginTranslation();
  return {
    empty: t('Type a name.'),
    long: t('A name has at most {{limit}} characters. Shorten it.', { limit: NAME_LIMIT }),
    taken: t('Another saved search has this name. Type another.'),
    full: t('No more searches can be saved. Delete one first.'),
  };
};

/** A name for a search. What cannot be one is refused with a reason, and stays as it was typed. */
export const NameForm = ({ saved, name, own, onSave, onCancel }: NameFormProps) => {
  const { t } = usePluginTranslation();
  const texts = useProblemText();
  const id = useId();
  const [draft, setDraft] = useState(name);
  const [problem, setProblem] = useState<NameProblem>();
  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault();
        const found = nameProblem(saved, draft, own);
        setProblem(found);
        if (found === undefined) onSave(draft.trim());
      }}
    >
      <FormGroup fieldId={id} label={t('Name')}>
        <InputGroup>
          <InputGroupItem isFill>
            <TextInput
              aria-describedby={`${id}-problem`}
              // The form is there because somebody asked to type a name.
              autoFocus
              data-test="ai-search-save-name"
              id={id}
              onChange={(_event, value) => setDraft(value)}
              validated={problem === undefined ? 'default' : 'error'}
              value={draft}
            />
          </InputGroupItem>
          <InputGroupItem>
            <Button data-test="ai-search-save-confirm" type="submit" variant="control">
              {t('Save')}
            </Button>
          </InputGroupItem>
          <InputGroupItem>
            <Button onClick={onCancel} variant="link">
              {t('Cancel')}
            </Button>
          </InputGroupItem>
        </InputGroup>
        <FormHelperText>
          <HelperText aria-live="polite" id={`${id}-problem`}>
            {problem === undefined ? null : (
              <HelperTextItem variant="error">{texts[problem]}</HelperTextItem>
            )}
          </HelperText>
        </FormHelperText>
      </FormGroup>
    </Form>
  );
};
