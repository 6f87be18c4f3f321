import { useId, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import {
  Button,
  Flex,
  Menu,
  MenuContent,
  MenuItem,
  MenuList,
  Popper,
  TextInputGroup,
  TextInputGroupMain,
  TextInputGroupUtilities,
} from '@patternfly/react-core';
import { SearchIcon, TimesIcon } from '@patternfly/react-icons';
import { nearestLandmark } from '../../../../components/nearest-landmark';
import { usePluginTranslation } from '../../../../i18n';
import type { Entry, EntryKind } from './entries';
import type { Completed } from './suggest';
import { useSuggestions } from './useSuggestions';
import '../list.css';

export type SentenceInputProps = {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly entries: readonly Entry[];
  readonly onFocus?: () => void;
  readonly isInvalid: boolean;
  readonly describedBy: string;
  /** What the suggestions are not to cover; without it only the input. */
  readonly anchor?: RefObject<HTMLElement | null>;
};

/** On a narrow screen the bar is shorter than what is suggested. */
const WIDTH = 'min(40rem, calc(100vw - 3rem))';

const useKindNames = (): Readonly<Record<EntryKind, string>> => {
  const { t } = usePluginTranslation();
  return {
    status: t('Status'),
    os: t('Operating system'),
    namespace: t('Project'),
    node: t('Node'),
    label: t('Label'),
    word: t('Keyword'),
    name: t('VirtualMachine'),
  };
};

/** The sentence, with what its last word could become below it. */
export const SentenceInput = ({
  value,
  onChange,
  entries,
  onFocus,
  isInvalid,
  describedBy,
  anchor,
}: SentenceInputProps) => {
  const { t } = usePluginTranslation();
  const kinds = useKindNames();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const [placed, setPlaced] = useState<Completed>();
  // A controlled input puts the caret at the end; the sentence may go on behind the suggestion.
  useLayoutEffect(() => {
    if (placed !== undefined) input.current?.setSelectionRange(placed.caret, placed.caret);
  }, [placed]);
  const { options, isOpen, active, close, typed, choose, onKeyDown } = useSuggestions(
    value,
    entries,
    (completed) => {
      onChange(completed.text);
      setPlaced(completed);
      input.current?.focus();
    },
  );
  const optionId = (index: number) => `${id}-option-${index}`;
  const field = (
    <TextInputGroup validated={isInvalid ? 'error' : undefined}>
      <TextInputGroupMain
        aria-activedescendant={isOpen && active >= 0 ? optionId(active) : undefined}
        aria-controls={`${id}-list`}
        aria-label={t('Describe the VirtualMachines to find')}
        icon={<SearchIcon />}
        innerRef={input}
        inputProps={{
          'aria-autocomplete': 'list',
          'aria-describedby': describedBy,
          'aria-invalid': isInvalid,
          autoComplete: 'off',
          'data-test': 'ai-search-input',
          enterKeyHint: 'search',
          onKeyDown,
        }}
        isExpanded={isOpen}
        name="question"
        onBlur={close}
        onChange={(event, text) => {
          onChange(text);
          typed(event.currentTarget.selectionStart ?? text.length);
        }}
        onFocus={onFocus}
        placeholder={t('Describe the VirtualMachines to find')}
        role="combobox"
        value={value}
      />
      {value === '' ? null : (
        <TextInputGroupUtilities>
          <Button
            aria-label={t('Clear the question')}
            icon={<TimesIcon />}
            onClick={() => {
              onChange('');
              input.current?.focus();
            }}
            variant="plain"
          />
        </TextInputGroupUtilities>
      )}
    </TextInputGroup>
  );
  return (
    <Popper
      appendTo={() => nearestLandmark(input.current)}
      isVisible={isOpen}
      maxWidth={WIDTH}
      minWidth={WIDTH}
      popper={
        <Menu isScrollable ref={menu} role="listbox">
          <MenuContent maxMenuHeight="50vh">
            <MenuList aria-label={t('Suggestions')} id={`${id}-list`}>
              {options.map((entry, index) => (
                <MenuItem
                  data-test="ai-search-completion"
                  id={optionId(index)}
                  isFocused={index === active}
                  key={`${entry.kind}/${entry.text}`}
                  // The focus stays in the sentence: a blur would close the list before the click.
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => choose(entry)}
                  itemId={entry.text}
                >
                  <Flex
                    columnGap={{ default: 'columnGapMd' }}
                    justifyContent={{ default: 'justifyContentSpaceBetween' }}
                    rowGap={{ default: 'rowGapNone' }}
                  >
                    <span className="cnv-ai-plugin__anywhere">{entry.text}</span>
                    <small>
                      {entry.count === undefined
                        ? kinds[entry.kind]
                        : t('{{kind}}, {{count}} VMs', {
                            kind: kinds[entry.kind],
                            count: entry.count,
                          })}
                    </small>
                  </Flex>
                </MenuItem>
              ))}
            </MenuList>
          </MenuContent>
        </Menu>
      }
      popperRef={menu}
      trigger={field}
      triggerRef={anchor ?? input}
    />
  );
};
