import {
  Alert,
  Button,
  Card,
  CardBody,
  CardFooter,
  CardHeader,
  CardTitle,
  Content,
  Flex,
  Label,
  Spinner,
  TextArea,
} from '@patternfly/react-core';
import Markdown from 'react-markdown';
import type { Turn } from './conversation';
import { ToolUi } from './ToolUi';
import type { useConversation } from './useConversation';

const TurnView = ({ turn }: { turn: Turn }) => (
  <section data-test="chat-turn">
    {turn.hidden ? null : (
      <Content component="p">
        <strong>You:</strong> {turn.question}
      </Content>
    )}
    <Flex>
      {turn.tools.map(({ id, name, status }) => (
        <Label key={id} isCompact color={status === 'error' ? 'red' : 'blue'} data-test="chat-tool">
          {name}
        </Label>
      ))}
    </Flex>
    {turn.tools.map((tool) => (
      <ToolUi key={tool.id} tool={tool} />
    ))}
    <Content data-test="chat-answer">
      <Markdown>{turn.answer}</Markdown>
    </Content>
    {turn.done ? null : <Spinner size="md" aria-label="Lightspeed is answering" />}
    {turn.error === undefined ? null : (
      <Alert isInline isPlain variant="warning" title={turn.error} />
    )}
  </section>
);

type Props = {
  conversation: ReturnType<typeof useConversation>;
  draft: string;
  onDraft: (draft: string) => void;
  onSubmit: () => void;
  onClose: () => void;
};

/** A plain chat window on the development Lightspeed, where plugins' tool views appear. */
export const Chat = ({ conversation, draft, onDraft, onSubmit, onClose }: Props) => {
  const { turns, stop, clear } = conversation;
  const busy = turns.some(({ done }) => !done);
  return (
    <Card isFullHeight data-test="chat" role="dialog" aria-label="Lightspeed">
      <CardHeader
        actions={{
          actions: (
            <>
              <Button variant="plain" onClick={clear}>
                Clear
              </Button>
              <Button variant="plain" onClick={onClose} data-test="chat-close">
                Close
              </Button>
            </>
          ),
        }}
      >
        <CardTitle component="h2">Lightspeed (development)</CardTitle>
      </CardHeader>
      <CardBody>
        <div className="development-chat-messages">
          {turns.map((turn) => (
            <TurnView key={turn.id} turn={turn} />
          ))}
        </div>
      </CardBody>
      <CardFooter>
        <TextArea
          aria-label="Ask a question"
          placeholder="Ask a question"
          resizeOrientation="vertical"
          value={draft}
          onChange={(_event, value) => onDraft(value)}
          data-test="chat-input"
        />
        {busy ? (
          <Button variant="secondary" onClick={stop} data-test="chat-stop">
            Stop
          </Button>
        ) : (
          <Button onClick={onSubmit} isDisabled={draft.trim() === ''} data-test="chat-send">
            Send
          </Button>
        )}
      </CardFooter>
    </Card>
  );
};
