import {
  Button,
  Form,
  FormHelperText,
  HelperText,
  HelperTextItem,
  InputGroup,
  InputGroupItem,
  TextInputGroup,
  TextInputGroupMain,
  TextInputGroupUtilities,
} from '@patternfly/react-core';
import { SearchIcon, TimesIcon } from '@patternfly/react-icons';
import { usePluginTranslation } from '../../../i18n';
import { SENTENCE_LIMIT } from './question';

const HELP_ID = 'ai-search-help';

export type SearchBarProps = {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onSubmit: () => void;
  /** The chips were changed by hand: the words no longer say what is searched for. */
  readonly isEdited?: boolean;
};

/** The sentence. What is too long is refused with a reason, and stays as it was typed. */
export const SearchBar = ({ value, onChange, onSubmit, isEdited = false }: SearchBarProps) => {
  const { t, i18n } = usePluginTranslation();
  const tooLong = value.length > SENTENCE_LIMIT;
  const number = (count: number) => count.toLocaleString(i18n.language);
  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault();
        if (!tooLong) onSubmit();
      }}
      role="search"
    >
      <div>
        <InputGroup>
          <InputGroupItem isFill>
            <TextInputGroup validated={tooLong ? 'error' : undefined}>
              <TextInputGroupMain
                aria-label={t('Describe the VirtualMachines to find')}
                icon={<SearchIcon />}
                inputProps={{
                  'aria-describedby': HELP_ID,
                  'aria-invalid': tooLong,
                  autoComplete: 'off',
                  'data-test': 'ai-search-input',
                  enterKeyHint: 'search',
                }}
                name="question"
                onChange={(_event, text) => onChange(text)}
                placeholder={t('Describe the VirtualMachines to find')}
                value={value}
              />
              {value === '' ? null : (
                <TextInputGroupUtilities>
                  <Button
                    aria-label={t('Clear the question')}
                    icon={<TimesIcon />}
                    onClick={() => onChange('')}
                    variant="plain"
                  />
                </TextInputGroupUtilities>
              )}
            </TextInputGroup>
          </InputGroupItem>
          <InputGroupItem>
            <Button data-test="ai-search-submit" isDisabled={tooLong} type="submit">
              {t('Search')}
            </Button>
          </InputGroupItem>
        </InputGroup>
        <FormHelperText>
          <HelperText aria-live="polite" id={HELP_ID}>
            {tooLong ? (
              <HelperTextItem data-test="ai-search-too-long" variant="error">
                {t(
                  'A question has at most {{limit}} characters and this one has {{length}}. Shorten it to search.',
                  { limit: number(SENTENCE_LIMIT), length: number(value.length) },
                )}
              </HelperTextItem>
            ) : null}
            {isEdited && !tooLong ? (
              <HelperTextItem data-test="ai-search-edited">
                {t('You changed the constraints below. Search again to go back to the sentence.')}
              </HelperTextItem>
            ) : null}
          </HelperText>
        </FormHelperText>
      </div>
    </Form>
  );
};
