import {
  Button,
  EmptyState,
  EmptyStateBody,
  EmptyStateFooter,
  List,
  ListItem,
  Stack,
  StackItem,
  Title,
} from '@patternfly/react-core';
import { SearchIcon } from '@patternfly/react-icons';
import type { Message } from '@cnv-ai/engine/messages';
import { useMessage, usePluginTranslation } from '../../../i18n';
import type { History } from './history/useHistory';
import type { Question } from './question';
import './list.css';

/** More is in the dialog of saved and recent searches. */
const MOST = 5;

type Offer = {
  readonly name: string;
  readonly question: Question;
};

type OffersProps = {
  readonly title: string;
  readonly offers: readonly Offer[];
  readonly test: string;
  readonly onAsk: (question: Question) => void;
};

const Offers = ({ title, offers, test, onAsk }: OffersProps) =>
  offers.length === 0 ? null : (
    <StackItem>
      <Title className="cnv-ai-plugin__heading" headingLevel="h3" size="md">
        {title}
      </Title>
      <List aria-label={title} isPlain>
        {offers.map(({ name, question }) => (
          <ListItem key={name}>
            <Button
              className="cnv-ai-plugin__anywhere"
              data-test={test}
              isInline
              onClick={() => onAsk(question)}
              // It is asked as it stands.
              translate="no"
              variant="link"
            >
              {name}
            </Button>
          </ListItem>
        ))}
      </List>
    </StackItem>
  );

const offerOf = (sentence: string): Offer => ({ name: sentence, question: { sentence } });

export type NoQuestionProps = {
  readonly examples: readonly Message[];
  readonly history: Pick<History, 'recent' | 'saved'>;
  readonly onAsk: (question: Question) => void;
};

/** Before the first question: what can be asked, and what was. */
export const NoQuestion = ({ examples, history, onAsk }: NoQuestionProps) => {
  const { t } = usePluginTranslation();
  const message = useMessage();
  const saved = history.saved.map(({ name, ...question }) => ({ name, question }));
  return (
    <EmptyState
      headingLevel="h2"
      icon={SearchIcon}
      titleText={t('Find VirtualMachines in your own words')}
    >
      <EmptyStateBody>
        {t(
          'Name a status, project, node, operating system, label, size or time. Nothing is sent to a language model.',
        )}
      </EmptyStateBody>
      <EmptyStateFooter>
        <Stack hasGutter>
          <Offers
            offers={examples.map((example) => offerOf(message(example)))}
            onAsk={onAsk}
            test="ai-search-example"
            title={t('Examples')}
          />
          <Offers
            offers={saved.slice(0, MOST)}
            onAsk={onAsk}
            test="ai-search-saved"
            title={t('Saved searches')}
          />
          <Offers
            offers={history.recent.slice(0, MOST).map(offerOf)}
            onAsk={onAsk}
            test="ai-search-recent"
            title={t('Recent searches')}
          />
        </Stack>
      </EmptyStateFooter>
    </EmptyState>
  );
};
