import { useId, useRef, type ReactNode } from 'react';
import {
  Button,
  Form,
  FormHelperText,
  HelperText,
  HelperTextItem,
  InputGroup,
  InputGroupItem,
} from '@patternfly/react-core';
import { usePluginTranslation } from '../../../i18n';
import { SENTENCE_LIMIT } from './question';
import type { Entry } from './suggest/entries';
import { SentenceInput } from './suggest/SentenceInput';

export type SearchBarProps = {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onSubmit: () => void;
  /** The chips were changed by hand: the words no longer say what is searched for. */
  readonly isEdited?: boolean;
  /** What can be suggested while typing. */
  readonly entries?: readonly Entry[];
  readonly onFocus?: () => void;
  /** Stands behind the button that searches. */
  readonly children?: ReactNode;
  /** What the words mean, as far as they are typed; the suggestions open below it. */
  readonly preview?: ReactNode;
};

const NOTHING: readonly Entry[] = [];

/** The sentence. What is too long is refused with a reason, and stays as it was typed. */
export const SearchBar = ({
  value,
  onChange,
  onSubmit,
  isEdited = false,
  entries = NOTHING,
  onFocus,
  children,
  preview,
}: SearchBarProps) => {
  const { t, i18n } = usePluginTranslation();
  const bar = useRef<HTMLDivElement>(null);
  const helpId = useId();
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
      <div ref={bar}>
        <InputGroup>
          <InputGroupItem isFill>
            <SentenceInput
              anchor={bar}
              describedBy={helpId}
              entries={entries}
              isInvalid={tooLong}
              onChange={onChange}
              onFocus={onFocus}
              value={value}
            />
          </InputGroupItem>
          <InputGroupItem>
            <Button data-test="ai-search-submit" isDisabled={tooLong} type="submit">
              {t('Search')}
            </Button>
          </InputGroupItem>
          {children === undefined ? null : <InputGroupItem>{children}</InputGroupItem>}
        </InputGroup>
        <FormHelperText>
          <HelperText aria-live="polite" id={helpId}>
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
        {preview}
      </div>
    </Form>
  );
};
